import { rowsOf } from "../../src/retrieval/static-model.ts";
import type { Terms, TrainingText } from "./pairs.ts";

const CHUNK = 180;
const AMONG = 10;

function embed(rows: readonly number[], vectors: Float32Array, dimensions: number): Float64Array {
  const sum = new Float64Array(dimensions);
  for (const row of rows)
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + (vectors[row * dimensions + i] ?? 0);
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}

/** Of headings that were not learnt from: how often their own text is nearest, or among the nearest ten, of all held out. */
export function measureHeldOut(
  texts: readonly TrainingText[],
  heldOut: ReadonlySet<number>,
  terms: Terms,
  vectors: Float32Array,
  dimensions: number,
): string {
  const places = [...heldOut].filter(
    (i) => (texts[i]?.title.length ?? 0) > 1 && (texts[i]?.body.length ?? 0) > 8,
  );
  const of = (words: TrainingText["body"]): Float64Array => embed(rowsOf(terms, words), vectors, dimensions);
  const bodies = places.map((i) => of((texts[i]?.body ?? []).slice(0, CHUNK)));
  let first = 0;
  let among = 0;
  places.forEach((place, own) => {
    const heading = of(texts[place]?.title ?? []);
    const cosines = bodies.map((body) => body.reduce((sum, value, i) => sum + value * (heading[i] ?? 0), 0));
    const rank = cosines.filter((cosine) => cosine > (cosines[own] ?? 0)).length;
    if (rank === 0) first += 1;
    if (rank < AMONG) among += 1;
  });
  const share = (count: number): string => (count / Math.max(1, places.length)).toFixed(3);
  return `held-out headings (${places.length}) recall@1 ${share(first)}, @10 ${share(among)}`;
}
