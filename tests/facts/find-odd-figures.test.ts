import { expect, test } from "vitest";
import { describeComparator, describeFigure } from "../../src/facts/describe-target.ts";
import { findOddFigures } from "../../src/facts/find-odd-figures.ts";
import type { Target } from "../../src/facts/target.ts";
import { makeTarget } from "../doubles/make-target.ts";

test.each<[string, Partial<Target>]>([
  ["share-over-100", { value: 955 }],
  ["negative", { value: -3 }],
  ["range-reversed", { comparator: "range", value: 0.15, value2: 0.1 }],
  ["year-as-value", { value: 2030, unit: null }],
  ["no-unit", { value: 12, unit: null }],
  ["deadline-past", { deadline: 2020 }],
])("%s is pointed out", (rule, change) => {
  expect(findOddFigures([makeTarget(change)], 2024)).toMatchObject([{ rule }]);
});

test("growth over 100 %, a figure without a deadline and an aim without a figure are nothing odd", () => {
  const targets = [
    makeTarget({ name: "tốc độ tăng doanh thu du lịch", value: 120 }),
    makeTarget({ deadline: null }),
    makeTarget({ nature: "objective", value: null, unit: null }),
  ];
  expect(findOddFigures(targets, 2024)).toEqual([]);
});

test("two figures under the same words and year are pointed out, at the second", () => {
  const [first, second] = [makeTarget(), makeTarget({ value: 90 })];
  expect(findOddFigures([first, makeTarget(), second], 2024)).toMatchObject([
    { rule: "two-values", target: second },
  ]);
});

test("figures are worded as documents write them", () => {
  expect(describeFigure(makeTarget({ comparator: ">", value: 95 }))).toBe("trên 95%");
  expect(describeFigure(makeTarget({ comparator: "range", value: 0.1, value2: 0.15, unit: "%/năm" }))).toBe(
    "từ 0,1 đến 0,15%/năm",
  );
  expect(describeFigure(makeTarget({ value: 1000000, unit: "căn hộ" }))).toBe("1.000.000 căn hộ");
  expect(describeFigure(makeTarget({ value: null, comparator: null }))).toBe("không có số liệu");
  expect([describeComparator("="), describeComparator(">="), describeComparator(null)]).toEqual([
    "bằng",
    "ít nhất",
    "",
  ]);
});
