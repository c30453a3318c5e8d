import type { TargetDraft } from "./target-draft.ts";
import type { FactPlace } from "./fact-place.ts";
import { isMinor, judgeQuantity } from "./judge-quantity.ts";
import { nameInPlace, nameOf, scopeOf } from "./name-target.ts";
import type { Quantity } from "./quantity.ts";
import { findQuantities } from "./quantity.ts";
import type { Deadline } from "./read-deadline.ts";
import { deadlineOfHeadings, findDeadlines } from "./read-deadline.ts";
import type { FigureClause } from "./split-clauses.ts";
import { splitClauses } from "./split-clauses.ts";
import type { Segment } from "./split-segments.ts";
import { maskParentheses, splitSegments } from "./split-segments.ts";

const YEARLY = /(?:mỗi năm|hằng năm|hàng năm|bình quân (?:mỗi |hằng |hàng )?năm|\/năm)/iu;
const CHANGES = /(?:giảm|tăng|tăng trưởng|tốc độ)/iu;

/** The deadline in reach of a clause: in it, before it in its segment, or opening its sentence. */
function deadlineInReach(
  deadlines: readonly Deadline[],
  clause: FigureClause,
  segment: Segment,
  text: string,
): number | null {
  const inside = deadlines.filter(({ start, end }) => start >= clause.start && end <= clause.end);
  const near = inside.find(({ start }) => start >= clause.quantity.end) ?? inside.at(-1);
  if (near) return near.year;
  const before = deadlines.filter(({ start }) => start >= segment.sentenceStart && start < clause.start);
  const opening = before.findLast(
    ({ end, start }) =>
      /^\s*[,:]|^\s+(?:phấn đấu|có|đạt|cả nước|toàn)/u.test(text.slice(end, end + 16)) ||
      start - segment.sentenceStart < 12,
  );
  if (opening) return opening.year;
  if (!segment.isParenthesis) return null;
  return before.at(-1)?.year ?? null;
}

function unitOf(quantity: Quantity, clauseText: string): string | null {
  if (quantity.unit === "%" && YEARLY.test(clauseText) && CHANGES.test(clauseText)) return "%/năm";
  return quantity.unit;
}

/** A denominator that closes a list («25 giường bệnh viện, 07 bác sĩ trên 10.000 dân») is that of each figure in it. */
function sharedUnit(
  unit: string | null,
  clause: FigureClause,
  next: FigureClause | undefined,
): string | null {
  const per = next?.quantity.unit?.split("/").slice(1).join("/") ?? "";
  if (unit === null || per === "" || unit.includes("/") || clause.end < (next?.quantity.end ?? 0))
    return unit;
  return `${unit}/${per}`;
}

function quantitiesOf(
  text: string,
  segment: Segment,
  segments: readonly Segment[],
  quantities: readonly Quantity[],
): Quantity[] {
  const inner = segments.filter(
    (other) =>
      other !== segment && other.isParenthesis && other.start >= segment.start && other.end <= segment.end,
  );
  return quantities.filter(
    (quantity) =>
      quantity.figureStart >= segment.start &&
      quantity.end <= segment.end &&
      !isMinor(quantity, text.slice(segment.start, quantity.start)) &&
      !inner.some((other) => quantity.figureStart >= other.start && quantity.figureStart < other.end),
  );
}

/** The targets and baselines of one paragraph. */
export function readTargetParagraph(place: FactPlace): TargetDraft[] {
  const { text } = place;
  if (!/\d/.test(text)) return [];
  const quantities = findQuantities(text);
  if (quantities.length === 0) return [];
  const segments = splitSegments(text);
  const deadlines = findDeadlines(text);
  const fromHeadings = deadlineOfHeadings(place.headings);
  const drafts: TargetDraft[] = [];
  let carried: number | null = null;
  let previous: string | null = null;
  for (const segment of segments) {
    const clauses = splitClauses(
      text,
      segment.start,
      segment.end,
      quantitiesOf(text, segment, segments, quantities),
    );
    clauses.forEach((clause, i) => {
      const inReach = deadlineInReach(deadlines, clause, segment, text);
      const deadline: number | null = inReach ?? fromHeadings ?? carried;
      if (inReach !== null && !segment.isParenthesis) carried = inReach;
      const draft = readClause(place, segment, clause, clauses[i + 1], deadline, previous);
      previous = draft?.name ?? previous;
      if (draft) drafts.push(draft);
    });
  }
  return drafts;
}

function readClause(
  place: FactPlace,
  segment: Segment,
  clause: FigureClause,
  next: FigureClause | undefined,
  deadline: number | null,
  previous: string | null,
): TargetDraft | null {
  const { text, start: at } = place;
  const { quantity } = clause;
  const clauseText = text.slice(clause.start, clause.end);
  const judged = segment.isParenthesis ? clauseText : maskParentheses(clauseText);
  const nature = judgeQuantity(quantity, {
    clause: judged,
    before: text.slice(segment.start, quantity.start),
    after: text.slice(quantity.end, segment.end),
    sentence: text.slice(segment.sentenceStart, segment.sentenceEnd),
    section: place.section,
    isLaw: place.isLaw,
    documentYear: place.documentYear,
  });
  if (nature === "none") return null;
  return {
    nature,
    name: nameInPlace(nameOf(text, clause, previous, segment.isParenthesis), quantity, place.headings),
    comparator: quantity.comparator,
    value: quantity.value,
    value2: quantity.value2,
    unit: sharedUnit(unitOf(quantity, text.slice(segment.start, clause.end)), clause, next),
    scope: scopeOf(clauseText),
    deadline,
    span: { start: at + clause.start, end: at + clause.end },
    valueSpan: { start: at + quantity.figureStart, end: at + quantity.end },
  };
}
