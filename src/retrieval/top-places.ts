/** The places of the `limit` highest scores above zero, highest first; equal scores in order of place. */
export function topPlaces(scores: Float32Array, limit: number): number[] {
  if (limit <= 0) return [];
  // A binary heap of the best so far, the least of them at the root.
  const heap: number[] = [];
  const worse = (a: number, b: number): boolean => {
    const x = scores[a] ?? 0;
    const y = scores[b] ?? 0;
    return x < y || (x === y && a > b);
  };
  const sink = (root: number): void => {
    for (;;) {
      let least = root;
      for (const child of [2 * root + 1, 2 * root + 2]) {
        if (child < heap.length && worse(heap[child] ?? 0, heap[least] ?? 0)) least = child;
      }
      if (least === root) return;
      [heap[root], heap[least]] = [heap[least] ?? 0, heap[root] ?? 0];
      root = least;
    }
  };
  // What a score must pass to come in: nothing but zero until the heap is full.
  let floor = 0;
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place] ?? 0;
    if (score <= floor) continue;
    if (heap.length < limit) {
      heap.push(place);
      if (heap.length < limit) continue;
      for (let i = limit >> 1; i >= 0; i--) sink(i);
    } else {
      heap[0] = place;
      sink(0);
    }
    floor = scores[heap[0] ?? 0] ?? 0;
  }
  return heap.sort((a, b) => (worse(a, b) ? 1 : -1));
}
