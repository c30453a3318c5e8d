import type { Segment } from "./segment.ts";
import type { VectorGraph } from "./vector-index.ts";

/** The cosine of the question and the passage's best chunk. */
export function cosineOf(segment: Segment, passage: number, question: Float32Array): number {
  const { vectors, dimensions, chunkScale, chunkStart } = segment;
  let best = -1;
  const end = chunkStart[passage + 1] ?? 0;
  for (let chunk = chunkStart[passage] ?? 0; chunk < end; chunk++) {
    let product = 0;
    const start = chunk * dimensions;
    for (let i = 0; i < dimensions; i++) product += (vectors[start + i] ?? 0) * (question[i] ?? 0);
    best = Math.max(best, product * (chunkScale[chunk] ?? 0));
  }
  return best;
}

/** The passage that a chunk is of: the last one that starts at or before it. */
function passageOf(chunkStart: Uint32Array, chunk: number): number {
  let low = 0;
  let high = chunkStart.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((chunkStart[middle] ?? 0) <= chunk) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The passages nearest to the question by the graph, best first, each once. */
export async function nearestPassages(
  segment: Segment,
  graph: VectorGraph,
  question: Float32Array,
  limit: number,
): Promise<number[]> {
  const chunks = await graph.nearest(question, limit);
  return [...new Set(chunks.map((chunk) => passageOf(segment.chunkStart, chunk)))];
}
