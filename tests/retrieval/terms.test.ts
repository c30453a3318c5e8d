import fc from "fast-check";
import { expect, test } from "vitest";
import { hasDiacritics, wordsOf } from "../../src/retrieval/terms.ts";

const folded = (text: string): string[] => wordsOf(text).map((word) => word.folded);
const accented = (text: string): string[] => wordsOf(text).map((word) => word.accented);

test("đ is folded to d, and marks go, in composed and decomposed text alike", () => {
  expect(folded("Đường Lê Lợi")).toEqual(["duong", "le", "loi"]);
  expect(folded("Đường Lê Lợi".normalize("NFD"))).toEqual(["duong", "le", "loi"]);
});

test("both places of a tone mark are one spelling, and «quý» keeps its own", () => {
  expect(accented("hoà thuỷ quý")).toEqual(accented("hòa thủy quý"));
  expect(accented("quý")).toEqual(["quý"]);
});

test("a number has one spelling", () => {
  expect(folded("100.000 97,5 2.5 07 0")).toEqual(["100000", "97,5", "2,5", "7", "0"]);
});

test("a text typed without marks says so", () => {
  expect(hasDiacritics(wordsOf("bao hiem y te"))).toBe(false);
  expect(hasDiacritics(wordsOf("bảo hiểm y tế"))).toBe(true);
});

test("any text at all can be split, its folded words do not depend on its case, and none is empty", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const word of wordsOf(text)) {
        expect(word.folded).not.toBe("");
        expect(word.folded).not.toMatch(/\s/);
      }
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.constantFrom("Đức", "PHỔ", "bảo", "hiểm", "1.500", "95%", "–")), (parts) => {
      const text = parts.join(" ");
      expect(folded(text.toUpperCase())).toEqual(folded(text));
    }),
  );
});
