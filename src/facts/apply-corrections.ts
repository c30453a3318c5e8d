import type { AssignmentCorrection, TargetCorrection } from "../corpus/read-manifest.ts";
import type { Message } from "../shared/message.ts";
import type { Span } from "../shared/span.ts";
import { spanContains } from "../shared/span.ts";
import type { Assignment } from "./assignment.ts";
import type { Target } from "./target.ts";

interface Corrected<T> {
  readonly facts: T[];
  /** Corrections whose words the text does not hold, or where nothing was read. */
  readonly messages: Message[];
}

/** The targets with the manifest's corrections. A correction holds for every figure in its words, else for the clause around them. */
export function correctTargets(
  text: string,
  targets: readonly Target[],
  corrections: readonly TargetCorrection[],
): Corrected<Target> {
  return correct(text, targets, corrections, (target) => target.valueSpan ?? target.span);
}

/** The assignments with the manifest's corrections, in the same way. */
export function correctAssignments(
  text: string,
  assignments: readonly Assignment[],
  corrections: readonly AssignmentCorrection[],
): Corrected<Assignment> {
  return correct(text, assignments, corrections, (assignment) => assignment.span);
}

function correct<T extends { readonly span: Span }>(
  text: string,
  facts: readonly T[],
  corrections: readonly { readonly at: string; readonly drop?: true | undefined }[],
  placeOf: (fact: T) => Span,
): Corrected<T> {
  let corrected = [...facts];
  const messages: Message[] = [];
  for (const { at, drop, ...changes } of corrections) {
    const places = findWords(text, at);
    const inside = corrected.filter((fact) => places.some((place) => spanContains(place, placeOf(fact))));
    const around = corrected.filter((fact) => places.some((place) => spanContains(fact.span, place)));
    const meant = new Set(inside.length > 0 ? inside : around);
    if (meant.size === 0) messages.push(unmatched(at, places[0] ?? null));
    const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    corrected = corrected.flatMap((fact) => {
      if (!meant.has(fact)) return [fact];
      return drop === true ? [] : [{ ...fact, ...said }];
    });
  }
  return { facts: corrected, messages };
}

function unmatched(at: string, place: Span | null): Message {
  return {
    rule: "correction-unmatched",
    reason:
      place === null
        ? `Bản kê sửa ở chỗ «${at}», nhưng văn bản không có những chữ này.`
        : `Bản kê sửa ở chỗ «${at}», nhưng ở đó không đọc được chỉ tiêu hay phân công nào.`,
    severity: "warning",
    line: null,
    page: null,
    span: place,
  };
}

/** Every place of the words in the text, whatever the white space between them. */
function findWords(text: string, words: string): Span[] {
  const pattern = words
    .normalize("NFC")
    .trim()
    .split(/\s+/u)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&"))
    .join("\\s+");
  return [...text.matchAll(new RegExp(pattern, "gu"))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
