import { normaliseVector, type SyllableVectors } from "./embedder.ts";
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
  return withPairs(
    model,
    words.map((word) => model.syllables.get(word.folded) ?? -1),
  );
}

/** The known ones of syllables' rows (-1: not known), each followed by the row of the pair that it ends. */
function withPairs(
  model: Pick<StaticModel, "syllables" | "bigrams">,
  syllables: readonly number[],
): number[] {
  const rows: number[] = [];
  let before = -1;
  for (const row of syllables) {
    if (row >= 0) {
      rows.push(row);
      const pair = before < 0 ? -1 : findPair(model.bigrams, before, row);
      if (pair >= 0) rows.push(model.syllables.size + pair);
    }
    before = row;
  }
  return rows;
}

/** Rows that are added at once: the sum is read and written once for them. */
const TOGETHER = 8;

/** The text's vector; zeros where the model knows none of its words. */
export function embedWords(model: StaticModel, words: readonly Pick<Word, "folded">[]): Float32Array {
  return normaliseVector(Float32Array.from(sumRows(model, rowsOf(model, words))));
}

/** Looks at syllables by their rows; nothing is kept of a call, but its sum is written where the last one's was. */
export function syllableVectors(model: StaticModel): SyllableVectors {
  const sum = new Float64Array(model.dimensions);
  return {
    numbersOf: (folded) => Int32Array.from(folded, (syllable) => model.syllables.get(syllable) ?? -1),
    cosine(numbers, vector) {
      sumRows(model, withPairs(model, numbers), sum.fill(0));
      let product = 0;
      let squares = 0;
      for (let i = 0; i < sum.length; i++) {
        const value = sum[i] ?? 0;
        product += value * (vector[i] ?? 0);
        squares += value * value;
      }
      return squares === 0 ? 0 : product / Math.sqrt(squares);
    },
  };
}

/** The loops that a ranking spends its time in. */
function sumRows(
  model: StaticModel,
  rows: readonly number[],
  sum = new Float64Array(model.dimensions),
): Float64Array {
  const { dimensions, vectors, scales } = model;
  let r = 0;
  for (; r + TOGETHER <= rows.length; r += TOGETHER) addRows(sum, vectors, scales, rows, r);
  for (; r < rows.length; r++) {
    const row = rows[r] ?? 0;
    const scale = scales[row] ?? 0;
    const start = row * dimensions;
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + (vectors[start + i] ?? 0) * scale;
  }
  return sum;
}

function addRows(
  sum: Float64Array,
  vectors: Int8Array,
  scales: Float32Array,
  rows: readonly number[],
  r: number,
): void {
  const size = sum.length;
  const row0 = rows[r] ?? 0;
  const row1 = rows[r + 1] ?? 0;
  const row2 = rows[r + 2] ?? 0;
  const row3 = rows[r + 3] ?? 0;
  const row4 = rows[r + 4] ?? 0;
  const row5 = rows[r + 5] ?? 0;
  const row6 = rows[r + 6] ?? 0;
  const row7 = rows[r + 7] ?? 0;
  const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = [scales[row0], scales[row1], scales[row2], scales[row3]];
  const [s4 = 0, s5 = 0, s6 = 0, s7 = 0] = [scales[row4], scales[row5], scales[row6], scales[row7]];
  for (let i = 0; i < size; i++) {
    sum[i] =
      (sum[i] ?? 0) +
      (vectors[row0 * size + i] ?? 0) * s0 +
      (vectors[row1 * size + i] ?? 0) * s1 +
      (vectors[row2 * size + i] ?? 0) * s2 +
      (vectors[row3 * size + i] ?? 0) * s3 +
      (vectors[row4 * size + i] ?? 0) * s4 +
      (vectors[row5 * size + i] ?? 0) * s5 +
      (vectors[row6 * size + i] ?? 0) * s6 +
      (vectors[row7 * size + i] ?? 0) * s7;
  }
}

/** Share of a text's neighbouring pairs that the model has a vector for: about 0.8 in its own field, 0.4 far from it. */
export function knownPairs(model: StaticModel, words: readonly Pick<Word, "folded">[]): number {
  if (words.length < 2) return 1;
  const known = rowsOf(model, words).filter((row) => row >= model.syllables.size).length;
  return known / (words.length - 1);
}
