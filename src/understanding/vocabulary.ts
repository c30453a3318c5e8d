import { foldText, normaliseTonePlacement } from "../shared/vietnamese-text.ts";

/** How common syllables and pairs of them are in the corpus; folded. */
export interface Vocabulary {
  /** Inverse document frequency of a syllable: high for rare and for unknown ones, never below zero. */
  rarity(folded: string): number;
  has(folded: string): boolean;
  /** How often the second follows the first. */
  pairCount(first: string, second: string): number;
  count(folded: string): number;
  /** Whether a word stands in the texts with just these marks (lower case, tone marks in their usual place). */
  hasTyped(word: string): boolean;
  /** Every known syllable. */
  syllables(): Iterable<string>;
}

const TOKEN = /\d+(?:[.,]\d+)+|[\p{L}\p{M}\p{N}]+/gu;

/** Counts the words of texts; a line of a text is a document of the frequency. */
export function buildVocabulary(texts: Iterable<string>): Vocabulary {
  const lineCounts = new Map<string, number>();
  const counts = new Map<string, number>();
  const pairs = new Map<string, Map<string, number>>();
  const typed = new Set<string>();
  let lines = 0;
  for (const text of texts) {
    for (const word of text.match(TOKEN) ?? []) typed.add(word.toLowerCase());
    for (const line of foldText(text).split("\n")) {
      const tokens = line.match(TOKEN);
      if (tokens === null) continue;
      lines++;
      for (const token of new Set(tokens)) lineCounts.set(token, (lineCounts.get(token) ?? 0) + 1);
      let previous = "";
      for (const token of tokens) {
        counts.set(token, (counts.get(token) ?? 0) + 1);
        if (previous !== "") countPair(pairs, previous, token);
        previous = token;
      }
    }
  }
  const usual = new Set([...typed].map((word) => normaliseTonePlacement(word)));
  const rarityOf = (lineCount: number): number => Math.log(1 + (lines + 1) / (lineCount + 0.5));
  const rarities = new Map([...lineCounts].map(([token, count]) => [token, rarityOf(count)]));
  const unknownRarity = rarityOf(0);
  return {
    rarity: (folded) => rarities.get(folded) ?? unknownRarity,
    has: (folded) => counts.has(folded),
    count: (folded) => counts.get(folded) ?? 0,
    pairCount: (first, second) => pairs.get(first)?.get(second) ?? 0,
    hasTyped: (word) => typed.has(word) || usual.has(word),
    syllables: () => counts.keys(),
  };
}

function countPair(pairs: Map<string, Map<string, number>>, first: string, second: string): void {
  const after = pairs.get(first) ?? new Map<string, number>();
  if (after.size === 0) pairs.set(first, after);
  after.set(second, (after.get(second) ?? 0) + 1);
}
