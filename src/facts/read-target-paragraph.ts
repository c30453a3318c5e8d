import type { TargetDraft } from "./target-draft.ts";
import type { FactPlace } from "./fact-place.ts";
import { segmentsOf } from "./fact-place.ts";
import { isMinor, judgeQuantity } from "./judge-quantity.ts";
import { nameInPlace, nameOf, scopeOf } from "./name-target.ts";
import type { Quantity } from "./quantity.ts";
import { findQuantities } from "./find-quantities.ts";
import type { Deadline } from "./read-deadline.ts";
import { findDeadlines } from "./read-deadline.ts";
import type { FigureClause } from "./split-clauses.ts";
import { splitClauses } from "./split-clauses.ts";
import type { Segment } from "./split-segments.ts";
import { maskParentheses } from "./split-segments.ts";
import { aimsAtFigure, opensWithAim, reportsResults } from "./target-context.ts";
import { unitOfSubject } from "./unit-of-subject.ts";

const YEARLY = /(?:mỗi năm|hằng năm|hàng năm|bình quân (?:mỗi |hằng |hàng )?năm|(?<!lần)\/năm)/iu;
const CHANGES = /(?:giảm|tăng|tăng trưởng|tốc độ)/iu;

/** «các xã có tỷ lệ hộ nghèo trên 25% giảm 4%»: which places are meant. */
const SINGLES_OUT =
  /(?:^|\s)(?:xã|phường|huyện|tỉnh|thôn|bản|địa phương|vùng|nơi|cơ sở|đơn vị|hộ|người)\s+(?:có|với)\s+(?:tỷ lệ|tỉ lệ|mức|số|quy mô|dân số|thu nhập)\s[^,;.]{1,50}$/iu;
const GOES_ON = /^\s*(?:giảm|tăng|đạt|được|phải|còn)(?!\p{L})/iu;

const RANKED = /\d[^,;]{1,120}\s(?:nằm trong|thuộc|lọt vào)\s(?:nhóm|top|tốp)\s*$/iu;

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

const LEADS_TO = /^[^;.]*(?<!\p{L})(?:xuống|lên|còn|tới|đến)(?:\s+(?:còn|đạt|mức|khoảng))*\s*$/iu;

/** «giảm từ 9,3% đầu năm xuống còn 4,5%»: the first figure is what was, the second what is aimed at. */
function isChange(
  text: string,
  { quantity: first }: FigureClause,
  { quantity: second }: FigureClause,
): boolean {
  if (!/^từ\s/iu.test(text.slice(first.start, first.figureStart)) || first.unit !== second.unit) return false;
  const between = text.slice(first.end, second.start);
  return between.length < 80 && LEADS_TO.test(between);
}

function unitOf(quantity: Quantity, clauseText: string): string | null {
  const isAll = quantity.value === 100;
  if (quantity.unit === "%" && !isAll && YEARLY.test(clauseText) && CHANGES.test(clauseText)) return "%/năm";
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
  return quantities.flatMap((quantity) => {
    if (quantity.figureStart < segment.start || quantity.end > segment.end) return [];
    if (inner.some((other) => quantity.figureStart >= other.start && quantity.figureStart < other.end))
      return [];
    // «Giá trị sản xuất trên 01 ha đất»: what another figure is reckoned by.
    if (quantity.value === 1 && quantity.comparator === ">") return [];
    const before = text.slice(segment.start, quantity.start);
    // «có ít nhất 02 trường đại học nằm trong TOP 100 trường …»: a rank that only says which are counted.
    if (RANKED.test(before)) return [];
    if (SINGLES_OUT.test(before) && GOES_ON.test(text.slice(quantity.end, quantity.end + 16))) return [];
    const unit = quantity.unit ?? unitOfSubject(before);
    return isMinor({ ...quantity, unit }, before) ? [] : [{ ...quantity, unit }];
  });
}

/** The targets and baselines of one paragraph. */
export function readTargetParagraph(place: FactPlace): TargetDraft[] {
  const { text } = place;
  if (!/\d/.test(text)) return [];
  const quantities = findQuantities(text);
  if (quantities.length === 0) return [];
  const segments = segmentsOf(place);
  const deadlines = findDeadlines(text);
  const fromHeadings = place.deadline;
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
      const [before, after] = [clauses[i - 1], clauses[i + 1]];
      const isStart = after !== undefined && isChange(text, clause, after);
      const isEnd = before !== undefined && isChange(text, before, clause);
      if (draft && isStart) drafts.push({ ...draft, nature: "baseline", deadline: inReach });
      else if (draft && isEnd && previous !== null && place.section !== "status")
        drafts.push({ ...draft, nature: "target", name: previous });
      else if (draft) drafts.push(draft);
      if (!isEnd) previous = draft?.name ?? previous;
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
  const sentence = text.slice(segment.sentenceStart, segment.sentenceEnd);
  const isOpen = place.section === "other" && !place.isLaw;
  const setsAim =
    isOpen &&
    (opensWithAim(sentence, place.documentYear) ||
      aimsAtFigure(sentence, quantity.start - segment.sentenceStart));
  const section = isOpen && reportsResults(text) ? "status" : place.section;
  const nature = judgeQuantity(quantity, {
    clause: judged,
    before: text.slice(segment.start, quantity.start),
    after: text.slice(quantity.end, segment.end),
    sentence,
    section: setsAim ? "goals" : section,
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
