/**
 * A hash table from a pair of ids to the order in which the pair came first, in typed arrays: a corpus of 80 MB
 * holds over a million bigrams, too many for a Map. Open addressing with linear probing, at most 60% full.
 */
export interface PairTable {
  readonly size: number;
  /** Slots: first id + 1 (0: empty), second id, value. Their length is a power of two. */
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly value: Uint32Array;
}

function emptyPairTable(slots = 1024): PairTable {
  return {
    size: 0,
    first: new Uint32Array(slots),
    second: new Uint32Array(slots),
    value: new Uint32Array(slots),
  };
}

function slotOf(table: PairTable, a: number, b: number): number {
  const mask = table.first.length - 1;
  let h = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca6b);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  let slot = (h ^ (h >>> 13)) & mask;
  for (;;) {
    const first = table.first[slot];
    if (first === 0 || first === undefined || (first === a + 1 && table.second[slot] === b)) return slot;
    slot = (slot + 1) & mask;
  }
}

/** The pair's number, or -1 where it is not in the table. */
export function findPair(table: PairTable, a: number, b: number): number {
  const slot = slotOf(table, a, b);
  return table.first[slot] === 0 ? -1 : (table.value[slot] ?? -1);
}

function grow(table: PairTable): PairTable {
  const larger = emptyPairTable(table.first.length * 2);
  for (let i = 0; i < table.first.length; i++) {
    const a = table.first[i] ?? 0;
    if (a === 0) continue;
    const b = table.second[i] ?? 0;
    const slot = slotOf(larger, a - 1, b);
    larger.first[slot] = a;
    larger.second[slot] = b;
    larger.value[slot] = table.value[i] ?? 0;
  }
  return { ...larger, size: table.size };
}

/** Numbers pairs from 0 in the order of their first coming. */
export class PairNumbering {
  private slots = emptyPairTable();
  private count = 0;

  get table(): PairTable {
    return { ...this.slots, size: this.count };
  }

  numberOf(a: number, b: number): number {
    let slot = slotOf(this.slots, a, b);
    if (this.slots.first[slot] !== 0) return this.slots.value[slot] ?? 0;
    if ((this.count + 1) * 5 > this.slots.first.length * 3) {
      this.slots = grow(this.slots);
      slot = slotOf(this.slots, a, b);
    }
    this.slots.first[slot] = a + 1;
    this.slots.second[slot] = b;
    this.slots.value[slot] = this.count;
    return this.count++;
  }
}
