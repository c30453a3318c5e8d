import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareTargets } from "../../src/answering/compare-targets.ts";
import { texts } from "../../src/answering/texts.ts";
import { numbersOf } from "../../src/answering/verify-answer.ts";
import { wordFigure, wordNumber } from "../../src/answering/word-figure.ts";
import type { Target } from "../../src/facts/target.ts";
import { parseVietnameseNumber } from "../../src/understanding/parse-number.ts";
import { makeTarget } from "../doubles/make-target.ts";

const inWords = (changes: Partial<Target>, language: "vi" | "en" = "vi"): string =>
  wordFigure(makeTarget(changes), language, texts[language]);

describe("a figure in words", () => {
  it.each([
    [{ comparator: "=", value: 95 }, "95%"],
    [{ comparator: ">", value: 95 }, "trên 95%"],
    [{ comparator: ">=", value: 97.5 }, "tối thiểu 97,5%"],
    [{ comparator: "<", value: 2 }, "dưới 2%"],
    [{ comparator: "<=", value: 2 }, "không quá 2%"],
    [{ comparator: "~", value: 33, unit: "m2 sàn/người" }, "khoảng 33 m2 sàn/người"],
    [{ comparator: "range", value: 0.1, value2: 0.15, unit: "%/năm" }, "0,1–0,15%/năm"],
    [{ comparator: "=", value: 1500, unit: "hộ" }, "1.500 hộ"],
    [{ comparator: "=", value: 1_000_000, unit: "căn hộ" }, "1.000.000 căn hộ"],
    [{ comparator: "=", value: 5, unit: null }, "5"],
    [{ value: null }, ""],
    [{ comparator: null }, ""],
  ] satisfies [Partial<Target>, string][])("%j is «%s»", (changes, words) => {
    expect(inWords(changes)).toBe(words);
  });

  it.each([
    [{ comparator: ">", value: 95 }, "over 95%"],
    [{ comparator: "=", value: 32, unit: "giường bệnh/10.000 dân" }, "32 hospital beds/10.000 people"],
    [{ comparator: "=", value: 0.1, unit: "%/năm" }, "0,1% a year"],
  ] satisfies [Partial<Target>, string][])("in English %j is «%s»", (changes, words) => {
    expect(inWords(changes, "en")).toBe(words);
  });

  it("has the very number in it, however large or small, in both languages", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.constantFrom(1, 10, 100),
        fc.constantFrom("vi" as const, "en" as const),
        (whole, by, language) => {
          const value = whole / by;
          expect(parseVietnameseNumber(wordNumber(value))).toBeCloseTo(value, 6);
          expect(numbersOf(inWords({ comparator: ">", value }, language))).toEqual([String(value)]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("one target beside another of its indicator", () => {
  const a = makeTarget({ indicator: "water" });

  it("is higher, lower or equal", () => {
    expect(compareTargets(makeTarget({ indicator: "water", value: 98 }), a)).toBe("higher");
    expect(compareTargets(makeTarget({ indicator: "water", value: 90 }), a)).toBe("lower");
    expect(compareTargets(makeTarget({ indicator: "water" }), a)).toBe("equal");
  });

  it.each([
    { indicator: "poverty" },
    { indicator: null },
    { unit: "hộ" },
    { deadline: 2025 },
    { deadline: null },
    { value: null },
    { value2: 99 },
    { comparator: ">" as const },
  ])("is not ranked where it differs in %j", (changes) => {
    expect(compareTargets(makeTarget({ indicator: "water", ...changes }), a)).toBe("unlike");
  });

  it("turns round when they change places", () => {
    const targets = fc.record({
      value: fc.constantFrom(null, 90, 95, 98),
      deadline: fc.constantFrom(null, 2025, 2030),
      comparator: fc.constantFrom("=" as const, ">" as const, "<" as const),
      unit: fc.constantFrom("%", "hộ"),
      indicator: fc.constantFrom("water", "poverty", null),
    });
    const turned = { higher: "lower", lower: "higher", equal: "equal", unlike: "unlike" } as const;
    fc.assert(
      fc.property(targets, targets, (one, other) => {
        const standing = compareTargets(makeTarget(one), makeTarget(other));
        expect(compareTargets(makeTarget(other), makeTarget(one))).toBe(turned[standing]);
      }),
    );
  });
});
