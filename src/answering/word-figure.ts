import type { Target } from "../facts/target.ts";
import type { Premise } from "../understanding/query.ts";
import type { Language } from "./answer.ts";
import type { Say } from "./texts.ts";

/** A figure in words: «trên 95%», «tối thiểu 68 năm», «0,1–0,15%/năm»; English: “over 95%”. */
export function wordFigure(
  target: Pick<Target, "comparator" | "value" | "value2" | "unit">,
  language: Language,
  say: Say,
): string {
  const { comparator, value, value2, unit } = target;
  if (value === null || comparator === null) return "";
  const number = value2 === null ? wordNumber(value) : `${wordNumber(value)}–${wordNumber(value2)}`;
  const wordedUnit = wordUnit(unit ?? "", language);
  const amount =
    wordedUnit === "" || wordedUnit.startsWith("%") ? `${number}${wordedUnit}` : `${number} ${wordedUnit}`;
  const names = {
    "=": "exact",
    ">": "over",
    ">=": "at-least",
    "<": "under",
    "<=": "at-most",
    "~": "about",
    range: "range",
  } as const;
  return say(`comparator-${names[comparator]}`, { value: amount });
}

/** The figure that a person gave: «95%», «300 căn». */
export function wordPremise({ value, unit }: Pick<Premise, "value" | "unit">): string {
  return `${wordNumber(value)}${unit === "%" ? "%" : ` ${unit ?? ""}`}`;
}

/** In the spelling of the documents, also in English: a reader finds the very figure in the quotation. */
export function wordNumber(value: number): string {
  return new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 6, useGrouping: value >= 1_000 }).format(
    value,
  );
}

/** A share without the dust of binary arithmetic: 95.3 − 95 is 0.3. */
export const roundShare = (value: number): number => Math.round(value * 1e6) / 1e6;

const ENGLISH_UNITS: readonly (readonly [RegExp, string])[] = [
  [/giường bệnh viện|giường bệnh/gu, "hospital beds"],
  [/bác sĩ/gu, "doctors"],
  [/10\.000 dân/gu, "10.000 people"],
  [/căn hộ/gu, "flats"],
  [/m2 sàn/gu, "m2 of floor area"],
  [/người/gu, "person"],
  [/năm/gu, "years"],
  [/tuổi/gu, "years"],
  [/hộ/gu, "households"],
  [/hồ/gu, "lakes"],
];

function wordUnit(unit: string, language: Language): string {
  if (language === "vi") return unit;
  if (unit === "%/năm") return "% a year";
  return ENGLISH_UNITS.reduce((text, [pattern, english]) => text.replace(pattern, english), unit);
}
