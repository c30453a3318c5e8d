import { memoise } from "../shared/memoise.ts";

const YEAR = String.raw`(?:19|20)\d{2}`;
/** What an earlier year is only compared with, or a start: no deadline. */
const NOT_BY = new RegExp(
  String.raw`(?:so với|kể từ|từ|sau|tính từ|bắt đầu|quy định năm|ngày \d+ tháng \d+)\s[^.;,]{0,40}?$`,
  "iu",
);
const BY = new RegExp(
  String.raw`(?:(?:giai đoạn|thời kỳ|các năm|năm)\s+(?:từ\s+)?(?:năm\s+)?(${YEAR})\s*(?:[-–]|đến)\s*(?:năm\s+)?(${YEAR}))|(?:(đến|tới|trước|trong|vào|hết|cuối|tầm nhìn|quý\s+[IV\d]+(?:\s*/)?)\s*)?(?:hết\s+|cuối\s+|đầu\s+|ngày\s+\d{1,2}/\d{1,2}/|tháng\s+\d{1,2}/|\d{1,2}/\d{1,2}/)?(?:các\s+)?(?:năm\s+)?(${YEAR})(?!\s*/\w|[-/]\p{Lu}|\d)`,
  "giu",
);
const LEAD =
  /(?:năm|đến|tới|trước|hết|cuối|vào|tầm nhìn|trong|quý)\s*$|^(?:đến|tới|trước|trong|vào|hết|cuối|tầm nhìn|quý)/iu;

export interface Deadline {
  readonly year: number;
  readonly start: number;
  readonly end: number;
}

/** Few stretches of a text hold a year at all. */
const ANY_YEAR = /(?:19|20)\d\d/u;

/**
 * The years by which something is to be done, in a stretch of text: «đến năm 2030», «giai đoạn 2026 - 2030» (its
 * end), «vào năm 2030». Starts («từ năm 2026») and years of comparison («so với năm 2020») are none.
 */
export function findDeadlines(text: string): Deadline[] {
  const found: Deadline[] = [];
  if (!ANY_YEAR.test(text)) return found;
  for (const match of text.matchAll(BY)) {
    const whole = match[0];
    const [, , periodEnd, lead, single] = match;
    const start = match.index;
    const end = start + whole.length;
    if (periodEnd !== undefined) {
      if (!/so với[^.;,]{0,40}$/iu.test(text.slice(Math.max(0, start - 60), start)))
        found.push({ year: Number(periodEnd), start, end });
      continue;
    }
    const before = text.slice(Math.max(0, start - 60), start);
    const governed =
      lead !== undefined ||
      LEAD.test(whole) ||
      /năm\s/iu.test(whole) ||
      /\d{1,2}\/$/.test(whole.slice(0, -4));
    if (!governed || (lead === undefined && NOT_BY.test(before))) continue;
    if (/so với[^.;,]{0,40}$/iu.test(before)) continue;
    // «gấp 2 lần năm 2010», «tăng 15% so năm 2024»: what it is compared with.
    if (lead === undefined && /(?:lần|so|bằng|hơn)\s*$/iu.test(before)) continue;
    if (/[-–]\s*$/.test(before) || /^\s*[-–]\s*\d{4}/.test(text.slice(end, end + 8))) continue;
    found.push({ year: Number(single), start, end });
  }
  return found;
}

/** The same heading stands above many provisions. */
const HEADINGS_REMEMBERED = 256;

/**
 * The deadline that a heading sets: its last year («đến năm 2030», «giai đoạn 2026 - 2030»). A vision beyond it
 * («giai đoạn 2026 - 2030, tầm nhìn đến năm 2045») is another matter.
 */
const headingDeadline = memoise((heading: string): number | null => {
  if (!ANY_YEAR.test(heading)) return null;
  const nearer = heading.replace(/(\d{4}.*?)[,;]?\s*(?:tầm nhìn|định hướng).*$/isu, "$1");
  return findDeadlines(nearer).at(-1)?.year ?? null;
}, HEADINGS_REMEMBERED);

/** The innermost heading's deadline. */
export function deadlineOfHeadings(headings: readonly string[]): number | null {
  for (const heading of headings.toReversed()) {
    const year = headingDeadline(heading);
    if (year !== null) return year;
  }
  return null;
}

const DATE = /ngày\s+\d{1,2}(?:\s+tháng\s+\d{1,2}\s+năm\s+|\/\d{1,2}\/)\d{4}/giu;
/** «Kế hoạch … năm 2025»: the one year that a text is for. */
const YEAR_ALONE = /(?<!(?:đến|tới|hết|cuối|từ|sau|tầm nhìn|trước)\s)năm\s+(\d{4})(?!\s*[-–]\s*\d)/giu;

/**
 * The year that a document's title sets for all of it: «… năm 2025», «… giai đoạn 2021 - 2025». Dates of other
 * documents and years before its own («Luật … năm 2014») are none.
 */
export function deadlineOfTitle(title: string, documentYear: number | null): number | null {
  const words = title.replace(DATE, "");
  const isOwn = (year: number): boolean => documentYear === null || year >= documentYear;
  const alone = [...words.matchAll(YEAR_ALONE)].map((match) => Number(match[1])).filter(isOwn);
  const year = alone.at(-1) ?? headingDeadline(words);
  return year !== null && isOwn(year) ? year : null;
}
