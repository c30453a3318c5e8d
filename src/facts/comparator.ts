import type { Comparator } from "./target.ts";

const AT_LEAST = "tối thiểu|ít nhất|không dưới|không thấp hơn|không ít hơn|chí ít|không nhỏ hơn|≥|>=";
const AT_MOST =
  "tối đa|không quá|không vượt quá|không vượt|nhiều nhất|không cao hơn|không lớn hơn|không nhiều hơn|≤|<=";
const ABOUT = "trên dưới|khoảng|xấp xỉ|gần|chừng";
const MORE = "trên|hơn|vượt|cao hơn|lớn hơn|nhiều hơn|>";
const LESS = "dưới|thấp hơn|nhỏ hơn|ít hơn|chưa đến|chưa tới|<";
/** Words that may stand between a comparator and its figure: «tối thiểu đạt 97,5%», «trên mức 20%». */
const BETWEEN = "phải|cần|đạt|là|còn|có|bằng|được|chiếm|ở|mức|từ|khoảng|tăng|giảm|thêm|lên|xuống|thực hiện";

const BEFORE = new RegExp(
  String.raw`(?<![\p{L}])(?:(${AT_LEAST})|(${AT_MOST})|(${ABOUT})|(${MORE})|(${LESS}))((?:\s*(?:${BETWEEN}))*)\s*$`,
  "iu",
);
const FROM = /(?<!\p{L})từ\s*$/iu;
const LOOK_BACK = 48;

/** The comparator in the words before a figure, and where those words begin; «=» where there are none. */
export function readComparatorBefore(
  text: string,
  figureStart: number,
): { comparator: Comparator; start: number } {
  const from = Math.max(0, figureStart - LOOK_BACK);
  const before = text.slice(from, figureStart);
  const match = BEFORE.exec(before);
  if (!match) {
    const word = FROM.exec(before);
    return { comparator: "=", start: word ? from + word.index : figureStart };
  }
  const [, atLeast, atMost, about, more] = match;
  const comparator = atLeast ? ">=" : atMost ? "<=" : about ? "~" : more ? ">" : "<";
  return { comparator, start: from + match.index };
}

const OR_MORE = /^(?:\s+[\p{L}\d/]+){0,3}?\s+trở lên(?!\p{L})/u;
const OR_LESS = /^(?:\s+[\p{L}\d/]+){0,3}?\s+trở xuống(?!\p{L})/u;

/** «trở lên», «trở xuống» after a figure and its unit; null where there is neither. */
export function readComparatorAfter(text: string, end: number): Comparator | null {
  const after = text.slice(end, end + 40);
  if (!after.includes("trở ")) return null;
  if (OR_MORE.test(after)) return ">=";
  return OR_LESS.test(after) ? "<=" : null;
}
