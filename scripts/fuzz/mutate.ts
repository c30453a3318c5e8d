/** Values that lengths and offsets go wrong with. */
const EDGES = [0x00, 0x01, 0x7f, 0x80, 0xff] as const;

/** A damaged copy: bytes changed, stretches cut, doubled, moved or zeroed, or the end cut off. */
export function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  let copy = Uint8Array.from(bytes);
  const below = (limit: number): number => Math.floor(random() * Math.max(1, limit));
  const times = 1 + below(12);
  for (let time = 0; time < times; time++) {
    const at = below(copy.length);
    const length = 1 + below(random() < 0.8 ? 16 : 4096);
    switch (below(7)) {
      case 0:
        copy[at] = below(256);
        break;
      case 1:
        for (let index = at; index < Math.min(copy.length, at + 4); index++)
          copy[index] = EDGES[below(5)] ?? 0;
        break;
      case 2:
        copy = concat(copy.subarray(0, at), copy.subarray(at + length));
        break;
      case 3:
        copy = concat(
          copy.subarray(0, at + length),
          copy.subarray(at, at + length),
          copy.subarray(at + length),
        );
        break;
      case 4:
        copy.fill(EDGES[below(5)] ?? 0, at, at + length);
        break;
      case 5:
        copy.copyWithin(below(copy.length), at, at + length);
        break;
      default:
        if (random() < 0.2) copy = copy.slice(0, at);
        else copy[at] = (copy[at] ?? 0) ^ (1 << below(8));
    }
  }
  return copy;
}

function concat(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat(parts));
}
