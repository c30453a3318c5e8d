import { readComparatorAfter, readComparatorBefore } from "./comparator.ts";
import { findRatios } from "./find-ratios.ts";
import type { Quantity } from "./quantity.ts";
import { parseNumeral } from "./quantity.ts";
import { readUnit } from "./unit.ts";

const NUMERAL = String.raw`\d+(?:[.,]\d+)*`;
const CANDIDATE = new RegExp(
  String.raw`(?<![\p{L}\d.,/:_*×+-])(?<!(?<![<>])=)(?<!-\s?[\p{L}\d]{1,3})(${NUMERAL})(?![\d:_]|/\d|-\p{L}|\.\d)(\s*%)?(?:\s*(?:-|–|đến|tới)\s*(?:khoảng\s+)?(${NUMERAL})(?![\d:_]|/\d))?`,
  "gu",
);
const LETTER_UNIT = /^(?:m2|m²|m3|km|ha|kg|MW|GW|kWh|GB|USD|cm|mm|ml)(?!\p{L})/u;
/** A number after one of these words names a thing and counts nothing. */
const NAMES_A_THING =
  /(?:^|[\s(“"])(?:số|khoản|điểm|điều|mục|chương|phần|phụ lục|bảng|biểu|mẫu|hình|quý|ngày|tháng|năm|thứ|khóa|khoá|kỳ|tuần|lúc|đợt|mức độ|cấp độ|cấp|hạng|loại|nhóm|giai đoạn|đề án|dự án|phiên bản|tier|bước|bậc|lớp|vùng|khu vực|tiểu khu|công nghệ|nghị quyết|nghị định|quyết định|luật|thông tư|chương trình|chỉ thị|kết luận|covid|tcvn|iso|qcvn|kế hoạch|hướng dẫn|công văn|thế hệ|điện thoại|quốc lộ|đường|gói|tổ|thôn|khu phố|phường|quận|trạm|website|chuẩn|vành đai|lần|chi nhánh|văn bản|mô hình|vị trí|hàng)\s*$/iu;
const LETTER_FIRST = /^\p{L}/u;
/** «2025 người»: a number like a year that counts. */
const COUNTED = /^\s*(?:người|hộ|lao động|căn|doanh nghiệp|tỷ|triệu)(?!\p{L})/u;
const YEAR = /^(?:19|20)\d{2}$/;
/** A level that is named by its number: «tối thiểu Tier 3», «mức độ 3 trở lên». */
const LEVEL = /(?:^|[\s(])((?:tier|level|mức độ|cấp độ|mức|hạng|loại|bậc)\s+)$/iu;
/** «top 10», «tốp 5»: a place among the first. */
const AMONG_FIRST = /(?:^|[\s(])(?:top|tốp)\s*$/iu;

function namesAThing(before: string, after: string): boolean {
  if (!NAMES_A_THING.test(before)) return false;
  return !/^\s*(?:nước|quốc gia|địa phương|tỉnh|thành phố)[\s,]/u.test(after);
}

/** The level that a figure names, where it is compared with: below or above it, not just at it. */
function readLevel(text: string, figureStart: number, figureEnd: number): Quantity | null {
  const noun = LEVEL.exec(text.slice(Math.max(0, figureStart - 16), figureStart))?.[1];
  if (noun === undefined) return null;
  const before = readComparatorBefore(text, figureStart - noun.length);
  const comparator = readComparatorAfter(text, figureEnd) ?? before.comparator;
  if (comparator !== ">=" && comparator !== "<=") return null;
  const value = parseNumeral(text.slice(figureStart, figureEnd));
  return {
    comparator,
    value,
    value2: null,
    unit: noun.trim(),
    start: before.start,
    figureStart,
    end: figureEnd,
  };
}

/** A year, or a number that is no measure: «năm 2030», «2026 - 2030», «Điều 5», «mức độ 2». */
function isNoMeasure(text: string, start: number, end: number, numeral: string, percent: boolean): boolean {
  if (percent) return false;
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 24);
  if (namesAThing(before, after)) return true;
  if (YEAR.test(numeral) && !COUNTED.test(after)) return true;
  if (LETTER_FIRST.test(after) && !LETTER_UNIT.test(after)) return true;
  return /^\s*(?:giờ|h)\s*\d/u.test(after) || /(?:tháng|ngày)\s*$/iu.test(before);
}

/** The figures of a stretch of text, in order, with their comparators, ranges and units. */
export function findQuantities(text: string): Quantity[] {
  const ratios = text.includes("/") ? findRatios(text) : [];
  const plain = findPlainQuantities(text).filter(
    ({ figureStart }) => !ratios.some((ratio) => figureStart >= ratio.figureStart && figureStart < ratio.end),
  );
  return ratios.length === 0 ? plain : [...plain, ...ratios].sort((a, b) => a.figureStart - b.figureStart);
}

function findPlainQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(CANDIDATE)) {
    const [whole, first = "", percent, second] = match;
    const figureStart = match.index;
    // «07 bác sĩ trên 10.000 dân»: the denominator is part of the figure before.
    if (figureStart < (found.at(-1)?.end ?? 0)) continue;
    const last = second ?? first;
    let figureEnd = figureStart + whole.length;
    const percentAfter = /^\s*(?:%|phần trăm)/u.test(text.slice(figureEnd, figureEnd + 12));
    const isPercent = percent !== undefined || percentAfter;
    const level = second === undefined && !isPercent ? readLevel(text, figureStart, figureEnd) : null;
    if (level) {
      found.push(level);
      continue;
    }
    if (isNoMeasure(text, figureStart, figureEnd, last, isPercent)) continue;
    if (isNoMeasure(text, figureStart, figureStart + first.length, first, isPercent || second !== undefined))
      continue;
    if (second !== undefined && YEAR.test(first) && YEAR.test(second)) continue;
    // «…% » belongs to the first figure alone: the second is a figure of its own.
    if (percent !== undefined && second !== undefined && !percentAfter)
      figureEnd = figureStart + first.length + percent.length;
    const isRange = second !== undefined && figureEnd === figureStart + whole.length;
    let unit = readUnit(text, isRange || percent === undefined ? figureEnd : figureStart + first.length);
    const value = parseNumeral(first);
    const upper = isRange ? null : readUpperEnd(text, unit.unit, unit.end);
    if (upper !== null && upper.value > value) unit = upper;
    const before = readComparatorBefore(text, figureStart);
    const after = readComparatorAfter(text, unit.end);
    const value2 = isRange ? parseNumeral(second) : (upper?.value ?? null);
    found.push({
      comparator:
        value2 !== null && value2 > value
          ? "range"
          : (after ?? (isRank(unit.unit, text.slice(0, figureStart)) ? "<=" : before.comparator)),
      value,
      value2: value2 !== null && value2 > value ? value2 : null,
      unit: unit.unit,
      start: before.start,
      figureStart,
      end: unit.end,
    });
  }
  return found;
}

const TO_FIGURE = new RegExp(String.raw`^\s*(?:-|–|đến|tới)\s*(?:khoảng\s+)?(${NUMERAL})(?![\d:_]|/\d)`, "u");
const headOf = (unit: string): string => unit.split(/[\s/]/u)[0] ?? "";

/** «từ 3,5m2 đến 04m2/người»: the upper end of a range whose unit stands after both figures; null where there is none. */
function readUpperEnd(
  text: string,
  unit: string | null,
  from: number,
): { value: number; unit: string; end: number } | null {
  const second = unit === null ? null : TO_FIGURE.exec(text.slice(from, from + 24));
  if (unit === null || second === null) return null;
  const upper = readUnit(text, from + second[0].length);
  if (upper.unit === null || headOf(upper.unit) !== headOf(unit)) return null;
  return { value: parseNumeral(second[1] ?? ""), unit: upper.unit, end: upper.end };
}

/** «thuộc nhóm 50 nước dẫn đầu», «trong top 10»: a place among the first. */
function isRank(unit: string | null, before: string): boolean {
  return (unit !== null && /(?:dẫn|đứng|hàng) đầu/u.test(unit)) || AMONG_FIRST.test(before.slice(-8));
}
