import { PairNumbering, type PairTable } from "../../src/retrieval/pair-table.ts";
import type { Word } from "../../src/retrieval/terms.ts";

/** What the model gives vectors to: folded syllables, and pairs of their rows. */
export interface Vocabulary {
  readonly syllables: ReadonlyMap<string, number>;
  readonly bigrams: PairTable;
  /** By row: in how many texts it is. */
  readonly frequency: Uint32Array;
}

function most<T>(counts: ReadonlyMap<T, number>, limit: number): [T, number][] {
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, limit);
}

/** The terms that the most texts hold; equal ones in the order of their first coming. */
export function chooseVocabulary(
  texts: Iterable<readonly Word[]>,
  syllableLimit: number,
  bigramLimit: number,
): Vocabulary {
  const list = [...texts];
  const counts = new Map<string, number>();
  for (const words of list) {
    for (const folded of new Set(words.map((word) => word.folded)))
      counts.set(folded, (counts.get(folded) ?? 0) + 1);
  }
  const chosen = most(counts, syllableLimit);
  const syllables = new Map(chosen.map(([folded], row) => [folded, row]));
  const pairCounts = new Map<number, number>();
  for (const words of list) {
    const seen = new Set<number>();
    let before = -1;
    for (const word of words) {
      const row = syllables.get(word.folded) ?? -1;
      if (row >= 0 && before >= 0) seen.add(before * 65_536 + row);
      before = row;
    }
    for (const pair of seen) pairCounts.set(pair, (pairCounts.get(pair) ?? 0) + 1);
  }
  const chosenPairs = most(pairCounts, bigramLimit);
  const numbering = new PairNumbering();
  for (const [pair] of chosenPairs) numbering.numberOf(Math.floor(pair / 65_536), pair % 65_536);
  const frequency = Uint32Array.from([...chosen, ...chosenPairs], ([, count]) => count);
  return { syllables, bigrams: numbering.table, frequency };
}
