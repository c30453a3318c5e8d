import type { Comparator, Target } from "./target.ts";

const WORDS: Readonly<Record<Comparator, string>> = {
  "=": "",
  ">": "trên",
  ">=": "ít nhất",
  "<": "dưới",
  "<=": "tối đa",
  "~": "khoảng",
  range: "từ",
};

/** The comparator in words («ít nhất»), «bằng» for «=»; empty where there is no figure. */
export function describeComparator(comparator: Comparator | null): string {
  return comparator === null ? "" : WORDS[comparator] || "bằng";
}

/** A figure in words: «trên 95%», «từ 0,1 đến 0,15%/năm», «300 căn hộ»; «không có số liệu» of an objective. */
export function describeFigure(target: Pick<Target, "comparator" | "value" | "value2" | "unit">): string {
  const { comparator, value, value2, unit } = target;
  if (value === null) return "không có số liệu";
  const figure = value2 === null ? numberText(value) : `${numberText(value)} đến ${numberText(value2)}`;
  const withUnit = unit === null ? figure : unit.startsWith("%") ? `${figure}${unit}` : `${figure} ${unit}`;
  const word = comparator === null ? "" : WORDS[comparator];
  return word === "" ? withUnit : `${word} ${withUnit}`;
}

/** A number as documents write it: «1.234,5». */
function numberText(value: number): string {
  return new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 6 }).format(value);
}
