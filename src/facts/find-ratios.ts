import type { Comparator } from "./target.ts";
import { readComparatorAfter, readComparatorBefore } from "./comparator.ts";
import { readUnit } from "./unit.ts";
import type { Quantity } from "./quantity.ts";

const RATIO = /(?<![\p{L}\d.,/:-])(\d{1,3})\/(\d{1,3})(?![\d/:-]|\.\d)(?=\s+\p{Ll})/gu;
/** «trước 30/9», «ngày 15/12»: a day and its month. */
const DAY_BEFORE =
  /(?:^|[\s(])(?:ngày|tháng|quý|trước|sau|từ|hết|vào|đến|tới|dịp|lễ|khánh|số|khoản|điều|lớp|thửa|tờ)\s*$/iu;
/** «2/3 số xã»: a part of all that are counted. */
const WHOLE = /^\s+((?:tổng\s+)?số\s+\p{Ll}+)/u;
/** Parts of a whole have small denominators; «11/16 xã» counts eleven of sixteen. */
const LARGEST_DENOMINATOR = 4;

/** «1/2 số hộ nghèo» (a part of them), «16/16 xã» (so many of them); days of a month are none. In order. */
export function findRatios(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(RATIO)) {
    const figureStart = match.index;
    const end = figureStart + match[0].length;
    if (DAY_BEFORE.test(text.slice(Math.max(0, figureStart - 16), figureStart))) continue;
    const [part, all] = [Number(match[1]), Number(match[2])];
    if (all === 0 || part > all) continue;
    const whole = WHOLE.exec(text.slice(end, end + 40));
    const isPart = part < all && (whole !== null || all <= LARGEST_DENOMINATOR);
    const unit = whole ? { unit: whole[1] ?? null, end: end + whole[0].length } : readUnit(text, end);
    if (unit.unit === null) continue;
    const before = readComparatorBefore(text, figureStart);
    const comparator: Comparator = readComparatorAfter(text, unit.end) ?? before.comparator;
    found.push({
      comparator,
      value: isPart ? part / all : part,
      value2: null,
      unit: unit.unit,
      start: before.start,
      figureStart,
      end: unit.end,
    });
  }
  return found;
}
