import { describeFigure } from "./describe-target.ts";
import type { Target } from "./target.ts";

/** A figure that may have been misread, or miswritten in the document, and why it looks so. */
export interface OddFigure {
  readonly target: Target;
  readonly rule:
    | "share-over-100"
    | "negative"
    | "range-reversed"
    | "year-as-value"
    | "no-unit"
    | "deadline-past"
    | "two-values";
  /** One sentence, in Vietnamese. */
  readonly reason: string;
}

/** Growth and comparison may well be over 100 %. */
const GROWTH = /tăng|so với|gấp|vượt|bằng \d|tốc độ|lần/iu;

/**
 * The figures of one document that a person should look at before they are relied upon, in reading order; of one
 * figure the first reason alone.
 * @param documentYear the year of the document's date; null where it is not known.
 */
export function findOddFigures(targets: readonly Target[], documentYear: number | null): OddFigure[] {
  const others = new Map<string, Target>();
  return targets.flatMap((target) => {
    const found = judge(target, documentYear) ?? contradiction(target, others);
    return found === null ? [] : [{ target, ...found }];
  });
}

type Finding = Omit<OddFigure, "target">;

function judge(target: Target, documentYear: number | null): Finding | null {
  const { nature, name, value, value2, unit, deadline } = target;
  if (value === null || nature === "objective") return null;
  const figure = describeFigure(target);
  if (unit === "%" && Math.max(value, value2 ?? value) > 100 && !GROWTH.test(name)) {
    return { rule: "share-over-100", reason: `Tỷ lệ vượt 100%: ${figure}.` };
  }
  if (value < 0) return { rule: "negative", reason: `Số âm: ${figure}.` };
  if (value2 !== null && value2 < value) {
    return { rule: "range-reversed", reason: `Khoảng ngược, số sau nhỏ hơn số trước: ${figure}.` };
  }
  if (unit === null && Number.isInteger(value) && value >= 1945 && value <= 2100) {
    return { rule: "year-as-value", reason: `Có thể là một năm chứ không phải số liệu: ${figure}.` };
  }
  if (unit === null) return { rule: "no-unit", reason: `Số liệu không có đơn vị: ${figure}.` };
  if (nature === "target" && deadline !== null && documentYear !== null && deadline < documentYear) {
    return { rule: "deadline-past", reason: `Mốc ${deadline} đứng trước năm ban hành ${documentYear}.` };
  }
  return null;
}

/** The same words, scope and year with two figures. */
function contradiction(target: Target, others: Map<string, Target>): Finding | null {
  const { nature, name, scope, deadline, unit, value } = target;
  if (nature !== "target" || value === null) return null;
  const key = JSON.stringify([name.toLowerCase(), scope, deadline, unit]);
  const other = others.get(key);
  if (other === undefined) {
    others.set(key, target);
    return null;
  }
  if (describeFigure(other) === describeFigure(target)) return null;
  const reason = `Cùng tên chỉ tiêu, cùng mốc mà có hai số: ${describeFigure(other)} (${other.locator}) và ${describeFigure(target)}.`;
  return { rule: "two-values", reason };
}
