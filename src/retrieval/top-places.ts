/**
 * The places of the `limit` highest scores above zero, highest first; equal scores in order of place. A binary heap of
 * the best so far, the least of them at the root; nothing is allocated per score.
 */
export function topPlaces(scores: Float32Array, limit: number): number[] {
  if (limit <= 0) return [];
  const heap = new Int32Array(limit);
  const kept = new Float64Array(limit);
  let size = 0;
  // What a score must pass to come in: nothing but zero until the heap is full.
  let floor = 0;
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place] ?? 0;
    if (score <= floor) continue;
    if (size < limit) {
      heap[size] = place;
      kept[size++] = score;
      if (size < limit) continue;
      for (let i = (limit >> 1) - 1; i >= 0; i--) sink(heap, kept, i);
    } else {
      heap[0] = place;
      kept[0] = score;
      sink(heap, kept, 0);
    }
    floor = kept[0] ?? 0;
  }
  const places = Array.from(heap.subarray(0, size));
  return places.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
}

/** Moves the entry at `at` down to where both below it are better; of equal scores the later place is the worse. */
function sink(heap: Int32Array, kept: Float64Array, at: number): void {
  const place = heap[at] ?? 0;
  const score = kept[at] ?? 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    const right = child + 1;
    if (right < heap.length && isWorse(heap, kept, right, kept[child] ?? 0, heap[child] ?? 0)) child = right;
    if (!isWorse(heap, kept, child, score, place)) break;
    heap[at] = heap[child] ?? 0;
    kept[at] = kept[child] ?? 0;
    at = child;
  }
  heap[at] = place;
  kept[at] = score;
}

function isWorse(heap: Int32Array, kept: Float64Array, a: number, score: number, place: number): boolean {
  const own = kept[a] ?? 0;
  return own < score || (own === score && (heap[a] ?? 0) > place);
}
