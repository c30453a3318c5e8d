import { gaussian, type Random } from "./random.ts";

/** Orthonormalises the columns of a rows × columns matrix (modified Gram–Schmidt, blockless), in place. */
function orthonormalise(matrix: Float32Array, columns: number): void {
  const rows = matrix.length / columns;
  const gram = new Float64Array(columns * columns);
  for (let r = 0; r < rows; r++) {
    const at = r * columns;
    for (let i = 0; i < columns; i++) {
      const x = matrix[at + i] ?? 0;
      if (x === 0) continue;
      for (let j = 0; j <= i; j++)
        gram[i * columns + j] = (gram[i * columns + j] ?? 0) + x * (matrix[at + j] ?? 0);
    }
  }
  // Cholesky factor L of the Gram matrix; the orthonormal matrix is M · L⁻ᵀ.
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = gram[i * columns + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (gram[i * columns + k] ?? 0) * (gram[j * columns + k] ?? 0);
      gram[i * columns + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (gram[j * columns + j] ?? 1);
    }
  }
  for (let r = 0; r < rows; r++) {
    const at = r * columns;
    for (let i = 0; i < columns; i++) {
      let sum = matrix[at + i] ?? 0;
      for (let k = 0; k < i; k++) sum -= (gram[i * columns + k] ?? 0) * (matrix[at + k] ?? 0);
      matrix[at + i] = sum / (gram[i * columns + i] ?? 1);
    }
  }
}

/**
 * Latent semantic analysis (Deerwester et al. 1990) by subspace iteration: term vectors whose sum over a text
 * projects its idf-weighted term counts on the corpus' main directions. `texts` are rows of terms.
 */
export function latentStart(
  texts: readonly Int32Array[],
  frequency: Uint32Array,
  textCount: number,
  dimensions: number,
  random: Random,
): Float32Array {
  const idf = Float32Array.from(frequency, (df) => Math.log(1 + textCount / (1 + df)));
  const vectors = Float32Array.from({ length: frequency.length * dimensions }, () => gaussian(random));
  orthonormalise(vectors, dimensions);
  for (let round = 0; round < 2; round++) {
    const next = new Float32Array(vectors.length);
    const text = new Float32Array(dimensions);
    for (const rows of texts) {
      text.fill(0);
      let weight = 0;
      for (const row of rows) {
        const w = idf[row] ?? 0;
        weight += w * w;
        const at = row * dimensions;
        for (let i = 0; i < dimensions; i++) text[i] = (text[i] ?? 0) + w * (vectors[at + i] ?? 0);
      }
      const scale = 1 / Math.max(1e-6, weight);
      for (const row of rows) {
        const w = (idf[row] ?? 0) * scale;
        const at = row * dimensions;
        for (let i = 0; i < dimensions; i++) next[at + i] = (next[at + i] ?? 0) + w * (text[i] ?? 0);
      }
    }
    vectors.set(next);
    orthonormalise(vectors, dimensions);
  }
  for (let row = 0; row < frequency.length; row++) {
    for (let i = 0; i < dimensions; i++) {
      const at = row * dimensions + i;
      vectors[at] = (vectors[at] ?? 0) * (idf[row] ?? 0);
    }
  }
  return vectors;
}
