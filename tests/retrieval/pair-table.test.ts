import fc from "fast-check";
import { expect, test } from "vitest";
import { findPair, PairNumbering } from "../../src/retrieval/pair-table.ts";

test("pairs are numbered in the order of their first coming, and found again, however many there are", () => {
  const id = fc.nat({ max: 300 });
  fc.assert(
    fc.property(fc.array(fc.tuple(id, id), { maxLength: 2000 }), (pairs) => {
      const numbering = new PairNumbering();
      const expected = new Map<string, number>();
      for (const [a, b] of pairs) {
        const key = `${a} ${b}`;
        if (!expected.has(key)) expected.set(key, expected.size);
        expect(numbering.numberOf(a, b)).toBe(expected.get(key));
      }
      const { table } = numbering;
      expect(table.size).toBe(expected.size);
      for (const [a, b] of pairs) expect(findPair(table, a, b)).toBe(expected.get(`${a} ${b}`));
      expect(findPair(table, 301, 0)).toBe(-1);
    }),
    { numRuns: 20 },
  );
});
