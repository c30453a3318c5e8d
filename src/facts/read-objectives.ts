import type { Span } from "../shared/span.ts";
import type { FactPlace } from "./fact-place.ts";
import { segmentsOf } from "./fact-place.ts";
import { findDeadlines } from "./read-deadline.ts";
import { readStatedAims } from "./read-stated-aims.ts";
import { AIM, DONE, SAYS_MORE, splitAims } from "./split-aims.ts";
import type { Segment } from "./split-segments.ts";
import type { TargetDraft } from "./target-draft.ts";

const SPECIFIC = /cụ thể|chỉ tiêu/iu;
const AIM_WITHIN = /(?:phấn đấu|trở thành|hoàn thành|xóa bỏ|xoá bỏ|chấm dứt)/iu;
const OPENING_YEAR = /^(?:Đến|Vào|Trước|Trong|Hết|Năm)[^,]{0,40}?\d{4}\s*,?\s*/u;
const BULLET = /^(?:[-–+•*]|\(?\p{L}{1,3}\)|\d+[.)])\s+/u;
const LONGEST = 420;
const SHORTEST = 15;

/** The figures of a paragraph in offsets of its text. */
interface FigureSpans {
  readonly clause: Span;
  readonly value: Span;
}

/** Clauses between and after the figures of a chained sentence that aim at something themselves. */
function aimsAmong(text: string, start: number, end: number, figures: readonly FigureSpans[]): Span[] {
  const chunks = splitAims(text, start, end);
  return chunks.filter((chunk, i) => {
    const words = text.slice(chunk.start, chunk.end);
    if (figures.some(({ value }) => value.start < chunk.end && value.end > chunk.start)) return false;
    const next = chunks[i + 1];
    if (next && SAYS_MORE.test(text.slice(next.start, next.end))) return false;
    const isInFigure = figures.some(({ clause }) => clause.start < chunk.end && clause.end > chunk.start);
    return isInFigure ? DONE.test(words) : AIM.test(words) && !SAYS_MORE.test(words);
  });
}

/** The stretches of a segment of a section of goals that may aim at something without a figure. */
function stretchesOf(text: string, segment: Segment, from: number, figures: readonly FigureSpans[]): Span[] {
  const start = Math.max(segment.start, from);
  const inside = figures.filter(({ clause }) => clause.start >= segment.start && clause.start < segment.end);
  const first = inside[0];
  if (!first) return [{ start, end: segment.end }];
  const lead = { start, end: Math.max(start, first.clause.start - 2) };
  const among = aimsAmong(text, Math.max(start, first.clause.start), segment.end, inside);
  return lead.end - lead.start < SHORTEST ? among : [lead, ...among];
}

function draftOf(place: FactPlace, start: number, end: number, deadline: number | null): TargetDraft {
  return {
    nature: "objective",
    name: place.text.slice(start, end),
    comparator: null,
    value: null,
    value2: null,
    unit: null,
    scope: null,
    deadline,
    span: { start: place.start + start, end: place.start + end },
    valueSpan: null,
  };
}

const lastYear = (words: string): number | null => findDeadlines(words).at(-1)?.year ?? null;

/** Each clause of a section of specific goals; in a section of goals in general, what is to be reached by a year. */
function readGoals(
  place: FactPlace,
  segment: Segment,
  from: number,
  figures: readonly FigureSpans[],
): TargetDraft[] {
  const { text } = place;
  const specific = place.headings.some((heading) => SPECIFIC.test(heading));
  const fromHeadings = place.deadline;
  return stretchesOf(text, segment, from, figures).flatMap(({ start, end }) => {
    if (end - start < SHORTEST || end - start > LONGEST) return [];
    const words = text.slice(start, end).replace(/^[\s:,;]+/u, "");
    const own = lastYear(words);
    const aims = specific
      ? AIM.test(words.replace(OPENING_YEAR, ""))
      : own !== null && AIM_WITHIN.test(words);
    return aims ? [draftOf(place, end - words.length, end, own ?? fromHeadings)] : [];
  });
}

/**
 * Aims without a figure: each clause of a section of specific goals, also amid figures; what is to be reached by a
 * year; and elsewhere what a sentence itself says is aimed at. Their deadline is the clause's own, or the nearest
 * heading's. `figures`: the targets of the same paragraph, whose words are left out.
 */
export function readObjectives(place: FactPlace, figures: readonly TargetDraft[]): TargetDraft[] {
  const { text, isLaw, section, start: at } = place;
  if (
    isLaw ||
    section === "no-targets" ||
    section === "status" ||
    place.headingSpan?.end === at + text.length
  )
    return [];
  const spans = figures.flatMap(({ span, valueSpan }) =>
    valueSpan
      ? [
          {
            clause: { start: span.start - at, end: span.end - at },
            value: { start: valueSpan.start - at, end: valueSpan.end - at },
          },
        ]
      : [],
  );
  const from = place.headingSpan ? place.headingSpan.end - at : (BULLET.exec(text)?.[0].length ?? 0);
  return segmentsOf(place).flatMap((segment) => {
    if (segment.isParenthesis) return [];
    if (section === "goals") return readGoals(place, segment, from, spans);
    return readStatedAims(text, segment)
      .filter(({ start, end }) => start >= from && end - start >= SHORTEST && end - start <= LONGEST)
      .filter(({ start, end }) => !spans.some(({ clause }) => clause.start < end && clause.end > start))
      .map(({ start, end }) => draftOf(place, start, end, lastYear(text.slice(start, end))));
  });
}
