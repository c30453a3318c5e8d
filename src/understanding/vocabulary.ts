import { foldText } from "../shared/vietnamese-text.ts";

/** How common syllables and pairs of them are in the corpus; folded. */
export interface Vocabulary {
  /** Inverse document frequency of a syllable: high for rare and for unknown ones, never below zero. */
  rarity(folded: string): number;
  has(folded: string): boolean;
  /** How often the second follows the first. */
  pairCount(first: string, second: string): number;
  count(folded: string): number;
  /** Every known syllable. */
  syllables(): Iterable<string>;
}

const TOKEN = /\d+(?:[.,]\d+)+|[\p{L}\p{M}\p{N}]+/gu;

/** Counts the words of texts; a line of a text is a document of the frequency. */
export function buildVocabulary(texts: Iterable<string>): Vocabulary {
  const lineCounts = new Map<string, number>();
  const counts = new Map<string, number>();
  const pairs = new Map<string, number>();
  let lines = 0;
  for (const text of texts) {
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
  return {
    rarity: (folded) => Math.log(1 + (lines + 1) / ((lineCounts.get(folded) ?? 0) + 0.5)),
    has: (folded) => counts.has(folded),
    count: (folded) => counts.get(folded) ?? 0,
    pairCount: (first, second) => pairs.get(`${first} ${second}`) ?? 0,
    syllables: () => counts.keys(),
  };
}
