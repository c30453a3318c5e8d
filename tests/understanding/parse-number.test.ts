import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseVietnameseNumber } from "../../src/understanding/parse-number.ts";

describe("reading a number as Vietnamese write it", () => {
  it.each([
    ["97,5", 97.5],
    ["1.500", 1500],
    ["10.000", 10_000],
    ["1.000.000", 1_000_000],
    ["1.234,56", 1234.56],
    ["07", 7],
    ["2.5", 2.5],
    ["2030", 2030],
    ["0,15", 0.15],
    ["0", 0],
  ])("«%s» is %d", (digits, value) => {
    expect(parseVietnameseNumber(digits)).toBe(value);
  });

  it.each(["", "abc", "1,2,3", "1.2.3.4", "5%", "-1", "1.", ",5", "1e3", "Infinity", "1,234,567"])(
    "«%s» is no number",
    (digits) => {
      expect(parseVietnameseNumber(digits)).toBeNull();
    },
  );

  it("reads back every number that Vietnamese spelling writes", () => {
    const spelling = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 99 }),
        (whole, part) => {
          const value = whole + part / 100;
          expect(parseVietnameseNumber(spelling.format(value))).toBeCloseTo(value, 6);
        },
      ),
    );
  });

  it("never throws and gives a finite number or nothing", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d.,]{1,500}$/)), (digits) => {
        const value = parseVietnameseNumber(digits);
        expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });
});
