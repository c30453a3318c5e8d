import { foldText, toNfc } from "../../src/shared/vietnamese-text.ts";
import { matchOneToOne } from "./match-one-to-one.ts";

/** A target as the gold and the reader both tell it. */
export interface ComparableTarget {
  readonly comparator: string | null;
  readonly value: number | null;
  readonly value2: number | null;
  readonly unit: string | null;
  readonly deadline: number | string | null;
  readonly quote: string;
}

const SYMBOLS: Readonly<Record<string, string>> = {
  eq: "=",
  gt: ">",
  gte: ">=",
  lt: "<",
  lte: "<=",
  rank_within: "<=",
  approx: "~",
};
const SCALES: Readonly<Record<string, number>> = {
  nghin: 1e3,
  ngan: 1e3,
  van: 1e4,
  trieu: 1e6,
  ty: 1e9,
  ti: 1e9,
};
/** A stretch of a quotation that both must hold, in letters and digits without diacritics. */
const STRETCH = 18;

const dense = (text: string): string => foldText(toNfc(text)).replace(/[^\p{L}\p{N}]+/gu, "");

/** Greedy one-to-one matching: how many of the gold were read, and how many were read that the gold has not. */
export function matchTargets(
  gold: readonly ComparableTarget[],
  read: readonly ComparableTarget[],
): { hits: number; missed: ComparableTarget[]; extra: ComparableTarget[] } {
  return matchOneToOne(gold, read, isSame);
}

function isSame(gold: ComparableTarget, target: ComparableTarget): boolean {
  const [a, b] = [plainValue(gold.value, gold.unit), plainValue(target.value, target.unit)];
  if (Math.abs(a.value - b.value) > 1e-6 * Math.max(1, Math.abs(a.value))) return false;
  if (gold.value2 !== null && gold.value2 !== target.value2) return false;
  if (symbol(gold.comparator) !== symbol(target.comparator)) return false;
  if (a.unit !== b.unit && a.unit.split(/[\s/]/)[0] !== b.unit.split(/[\s/]/)[0]) return false;
  const year = yearOf(gold.deadline);
  return (year === null || year === yearOf(target.deadline)) && sharesWords(gold.quote, target.quote);
}

const symbol = (comparator: string | null): string => SYMBOLS[comparator ?? ""] ?? comparator ?? "";

/** The last year that a deadline names; a beginning («từ năm 2026») is none. */
function yearOf(deadline: number | string | null): number | null {
  if (deadline === null || /^từ/u.test(String(deadline))) return null;
  const year = String(deadline).match(/\d{4}/g)?.at(-1);
  return year === undefined ? null : Number(year);
}

/** A figure with its scale word multiplied in: «2 triệu người» is 2,000,000 «người». */
function plainValue(value: number | null, unit: string | null): { value: number; unit: string } {
  const words = foldText(
    toNfc(unit ?? "")
      .replace(/²/g, "2")
      .replace(/phần trăm/u, "%"),
  )
    .trim()
    .split(" ");
  let plain = value ?? Number.NaN;
  for (let scale = SCALES[words[0] ?? ""]; scale !== undefined; scale = SCALES[words[0] ?? ""]) {
    plain *= scale;
    words.shift();
  }
  return { value: plain, unit: words.join(" ") };
}

function sharesWords(a: string, b: string): boolean {
  const [x, y] = [dense(a), dense(b)];
  if (x === "" || y === "") return false;
  if (x.includes(y) || y.includes(x)) return true;
  for (let at = 0; at + STRETCH <= x.length; at += 3) if (y.includes(x.slice(at, at + STRETCH))) return true;
  return false;
}
