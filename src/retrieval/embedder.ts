/**
 * Turns texts into vectors whose inner product is their likeness (cosine: every vector has length 1, or 0 where
 * nothing of the text is known). A port: the static model that ships is one, an embeddings address another.
 */
export interface Embedder {
  /** Name and version of the model: vectors of different ids are never compared; a new id rebuilds the index. */
  readonly id: string;
  readonly dimensions: number;
  embedPassages(texts: readonly string[]): Promise<readonly Float32Array[]>;
  embedQuestion(text: string): Promise<Float32Array>;
  /** Only of models that are cheap enough to look at fifty passages' headings and stretches while a person waits. */
  readonly syllables?: SyllableVectors;
  /** How far a question is of the kind that the model was trained on, 0–1; absent: it knows every kind. */
  familiarity?(text: string): number;
}

export interface SyllableVectors {
  /** Each folded syllable's number for `cosine`; -1: not known. */
  numbersOf(folded: readonly string[]): Int32Array;
  /** The cosine of a few numbered syllables, in order, with a vector of length 1; 0 where none is known. */
  cosine(numbers: readonly number[], vector: Float32Array): number;
}

/** Scales a vector to length 1, in place; leaves zeros alone. */
export function normaliseVector(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares === 0) return vector;
  const scale = 1 / Math.sqrt(squares);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) * scale;
  return vector;
}

export function innerProduct(a: Float32Array, b: Float32Array): number {
  let product = 0;
  for (let i = 0; i < a.length; i++) product += (a[i] ?? 0) * (b[i] ?? 0);
  return product;
}
