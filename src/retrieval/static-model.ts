import { normaliseVector } from "./embedder.ts";
import { findPair, type PairTable } from "./pair-table.ts";
import type { Word } from "./terms.ts";

/**
 * A static embedding model: one vector a folded syllable and one a frequent pair of neighbouring ones; a text's
 * vector is their sum, scaled to length 1. Row r is `vectors[r × dimensions …]` times `scales[r]`.
 */
export interface StaticModel {
  readonly dimensions: number;
  /** Folded syllable → row. */
  readonly syllables: ReadonlyMap<string, number>;
  /** Rows of two neighbouring syllables → row, counted from the last syllable's on. */
  readonly bigrams: PairTable;
  readonly vectors: Int8Array;
  readonly scales: Float32Array;
}

/** The rows of a text's syllables and bigrams that the model knows, in order, repeated as they repeat. */
export function rowsOf(
  model: Pick<StaticModel, "syllables" | "bigrams">,
  words: readonly Pick<Word, "folded">[],
): number[] {
  const rows: number[] = [];
  let before = -1;
  for (const word of words) {
    const row = model.syllables.get(word.folded) ?? -1;
    if (row >= 0) {
      rows.push(row);
      const pair = before < 0 ? -1 : findPair(model.bigrams, before, row);
      if (pair >= 0) rows.push(model.syllables.size + pair);
    }
    before = row;
  }
  return rows;
}

/** The text's vector; zeros where the model knows none of its words. */
export function embedWords(model: StaticModel, words: readonly Pick<Word, "folded">[]): Float32Array {
  const { dimensions, vectors, scales } = model;
  const sum = new Float32Array(dimensions);
  const rows = rowsOf(model, words);
  // Four rows at a time: the sum is read and written once for them.
  let r = 0;
  for (; r + 3 < rows.length; r += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = [rows[r], rows[r + 1], rows[r + 2], rows[r + 3]];
    const [sa = 0, sb = 0, sc = 0, sd = 0] = [scales[a], scales[b], scales[c], scales[d]];
    addRows(sum, vectors, a * dimensions, b * dimensions, c * dimensions, d * dimensions, sa, sb, sc, sd);
  }
  for (; r < rows.length; r++) {
    const row = rows[r] ?? 0;
    const scale = scales[row] ?? 0;
    const start = row * dimensions;
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + (vectors[start + i] ?? 0) * scale;
  }
  return normaliseVector(sum);
}

function addRows(
  sum: Float32Array,
  vectors: Int8Array,
  a: number,
  b: number,
  c: number,
  d: number,
  sa: number,
  sb: number,
  sc: number,
  sd: number,
): void {
  for (let i = 0; i < sum.length; i++) {
    sum[i] =
      (sum[i] ?? 0) +
      (vectors[a + i] ?? 0) * sa +
      (vectors[b + i] ?? 0) * sb +
      (vectors[c + i] ?? 0) * sc +
      (vectors[d + i] ?? 0) * sd;
  }
}

/** Share of a text's neighbouring pairs that the model has a vector for: about 0.8 in its own field, 0.4 far from it. */
export function knownPairs(model: StaticModel, words: readonly Pick<Word, "folded">[]): number {
  if (words.length < 2) return 1;
  const known = rowsOf(model, words).filter((row) => row >= model.syllables.size).length;
  return known / (words.length - 1);
}
