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
