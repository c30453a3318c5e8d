import type { DocumentKind } from "../document.ts";

/** How kinds of text are called; the first that a name begins with is its kind. */
const NAMES: readonly (readonly [RegExp, DocumentKind])[] = [
  [/^nghị quyết/iu, "resolution"],
  [/^chương trình/iu, "action-programme"],
  [/^kế hoạch/iu, "plan"],
  [/^quyết định/iu, "decision"],
  [/^chỉ thị/iu, "directive"],
  [/^(?:bộ )?luật/iu, "law"],
  [/^nghị định/iu, "decree"],
  [/^thông tư/iu, "circular"],
  [/^(?:công văn|công điện)/iu, "official-letter"],
  [/^báo cáo/iu, "report"],
];

/** Signs of kinds inside a document's number: «42-NQ/TW», «141/KH-UBND» (Decree 30/2020/NĐ-CP, Guidance 36-HD/VPTW). */
const SIGNS: readonly (readonly [RegExp, DocumentKind])[] = [
  [/(?:^|[-/])NQ(?:[-/]|$)/iu, "resolution"],
  [/(?:^|[-/])(?:CTr|CTHĐ)(?:[-/]|$)/iu, "action-programme"],
  [/(?:^|[-/])KH(?:[-/]|$)/iu, "plan"],
  [/(?:^|[-/])QĐ(?:[-/]|$)/iu, "decision"],
  [/(?:^|[-/])CT(?:[-/]|$)/iu, "directive"],
  [/\/NĐ(?:-|$)/iu, "decree"],
  [/\/TT(?:LT)?(?:-|$)/iu, "circular"],
  [/(?:^|[-/])BC(?:[-/]|$)/iu, "report"],
  [/\/QH\d/iu, "law"],
];

/** The kind that a name («NGHỊ QUYẾT», «Kế hoạch») or, failing that, a number tells. */
export function kindOf(name: string | null, number: string | null): DocumentKind {
  const byName = name === null ? undefined : NAMES.find(([pattern]) => pattern.test(name.trim()));
  if (byName) return byName[1];
  const byNumber = number === null ? undefined : SIGNS.find(([pattern]) => pattern.test(number));
  return byNumber?.[1] ?? "other";
}
