import type { Span } from "../../shared/span.ts";

export interface PrintedDate {
  /** «ngày 20 tháng 11 năm 2025»; «tháng 3 năm 2024» where the day is blank. */
  readonly printed: string | null;
  readonly complete: boolean;
  /** The place before it: «Hà Nội, ngày …». */
  readonly place: string | null;
  readonly placeSpan: Span | null;
  readonly span: Span;
}

const BLANK = String.raw`[\s.…_]*`;
const DATE = new RegExp(
  String.raw`ngày${BLANK}(\d{1,2})?${BLANK}tháng${BLANK}(\d{1,2})?${BLANK}năm${BLANK}(\d{4})?`,
  "iu",
);
const PLACE = /(?<!\p{L})((?:TP\.\s?|Tp\.\s?)?\p{Lu}\p{Ll}[\p{L}.\- ]{0,40}?)\s*,\s*$/u;

/** The line «place, ngày … tháng … năm …» of a head; parts left blank are left out of the printed date. */
export function readDate(text: string, offset: number): PrintedDate | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [whole, day, month, year] = match;
  const parts = [day && `ngày ${day}`, month && `tháng ${month}`, year && `năm ${year}`].filter(Boolean);
  const start = offset + match.index;
  const before = PLACE.exec(text.slice(0, match.index));
  const placeStart = before ? offset + before.index : 0;
  return {
    printed: parts.length > 0 ? parts.join(" ") : null,
    complete: parts.length === 3,
    place: before?.[1] ?? null,
    placeSpan: before ? { start: placeStart, end: placeStart + (before[1] ?? "").length } : null,
    span: { start, end: start + whole.trimEnd().length },
  };
}
