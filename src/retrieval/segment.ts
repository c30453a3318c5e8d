import type { PairTable } from "./pair-table.ts";

/**
 * An immutable part of the index: some passages with their postings, tokens and vectors, numbered from 0.
 * Terms: 0…F-1 the folded syllables, then the folded bigrams. The whole index is a list of segments; adding a
 * document adds a segment.
 */
export interface Segment {
  readonly passageCount: number;
  readonly documents: readonly string[];
  /** Passage → document. */
  readonly passageDocument: Uint32Array;
  /** Passage → number of its provision: the pieces of a long one stand together and share it. */
  readonly passageProvision: Uint32Array;
  /** Accented spelling ↔ id, and its folded form's id. */
  readonly accentedIds: ReadonlyMap<string, number>;
  readonly foldedOf: Uint32Array;
  readonly foldedIds: ReadonlyMap<string, number>;
  /** Folded id → spelling. */
  readonly foldedWords: readonly string[];
  /** By accented id: 1 where it is a number. */
  readonly isNumber: Uint8Array;
  readonly bigrams: PairTable;
  /** Term t is in `postingPassage[postingStart[t] … postingStart[t + 1] - 1]`, with its weighted count beside. */
  readonly postingStart: Uint32Array;
  readonly postingPassage: Uint32Array;
  readonly postingCount: Uint8Array;
  /** Weighted length of each passage, in terms. */
  readonly lengths: Uint32Array;
  /** Accented ids of passage p: `tokens[tokenStart[p] … tokenStart[p + 1] - 1]`, headings first. */
  readonly tokens: Uint32Array;
  readonly tokenStart: Uint32Array;
  /** How many of a passage's tokens are headings: all, and those of the innermost one (they come last). */
  readonly headingTokens: Uint32Array;
  readonly innerHeadingTokens: Uint32Array;
  /** Chunks of passage p: `chunkStart[p] … chunkStart[p + 1] - 1`; vectors as bytes, times `chunkScale`. */
  readonly chunkStart: Uint32Array;
  readonly chunkScale: Float32Array;
  readonly vectors: Int8Array;
  readonly dimensions: number;
  /** Where passage p's line begins in the segment's passages.jsonl, in bytes; one more than there are passages. */
  readonly lineStart: Float64Array;
}

/** Which of the spellings are numbers, by their ids. */
export function flagNumbers(accentedIds: ReadonlyMap<string, number>): Uint8Array {
  const flags = new Uint8Array(accentedIds.size);
  for (const [spelling, id] of accentedIds) if (/^\d/.test(spelling)) flags[id] = 1;
  return flags;
}
