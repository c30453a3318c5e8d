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
  const pairs = new Map<string, number>();
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
        if (previous !== "") pairs.set(`${previous} ${token}`, (pairs.get(`${previous} ${token}`) ?? 0) + 1);
        previous = token;
      }
    }
  }
  const usual = new Set([...typed].map((word) => normaliseTonePlacement(word)));
  return {
    rarity: (folded) => Math.log(1 + (lines + 1) / ((lineCounts.get(folded) ?? 0) + 0.5)),
    has: (folded) => counts.has(folded),
    count: (folded) => counts.get(folded) ?? 0,
    pairCount: (first, second) => pairs.get(`${first} ${second}`) ?? 0,
    hasTyped: (word) => typed.has(word) || usual.has(word),
    syllables: () => counts.keys(),
  };
}
