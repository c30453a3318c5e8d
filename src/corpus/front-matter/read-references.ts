import { squeezeTrim } from "../../shared/squeeze-spaces.ts";
import type { DocumentReference } from "../document.ts";
import { kindOf } from "./document-kinds.ts";

const KIND =
  "(?:Nghị quyết|Kế hoạch|Chương trình hành động|Chương trình|Quyết định|Chỉ thị|Bộ luật|Luật|Nghị định|Pháp lệnh|Thông tư liên tịch|Thông tư|Kết luận|Thông báo|Công văn|Công điện|Quy định|Hướng dẫn|Báo cáo|Tờ trình|Văn bản)";
const NUMBER = String.raw`\d{1,5}[a-z]?\s?[-/–]\s?(?:\d{4}\s?/\s?)?\p{L}[\p{L}\d]*(?:[-/–]\s?[\p{L}\d]+|\.[\p{L}\d]+)*`;
const DATE = String.raw`(?:\d{1,2}\s?/\s?\d{1,2}\s?/\s?\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\d{1,2}[.-]\d{1,2}[.-]\d{4})`;
const ISSUER = String.raw`\p{Lu}[\p{L}\s.\-–]{2,110}?(?:\s+(?:khóa|khoá)\s+[IVXL]+)?`;
const AFTER_ISSUER = String.raw`(?=\s+(?:về|thực hiện|ban hành|quy định|phê duyệt|hướng dẫn|sửa đổi|điều chỉnh|triển khai|kết luận|Quy định|Kết luận|Về|Phê duyệt)(?!\p{L})|\s+và\s+${KIND}|\s*[(;,.:“"»]|\s*$)`;

const NUMBERED = new RegExp(String.raw`(?<![\p{L}\d/-])${NUMBER}`, "gu");
/** Few paragraphs have a number and a sign after it. */
const MAY_BE_NUMBERED = /\d[a-z]?\s?[-/–]/;
/** The kind before a number: «Nghị quyết số», «Luật Bảo hiểm xã hội số». */
const KIND_BEFORE = new RegExp(String.raw`(${KIND})(?:\s+[\p{L}\s]{2,60}|(?<=luật)\s+[\p{L}\s]{2,40},\s(?!nghị|quyết|luật|thông|kế|chỉ|pháp)[\p{L}\s]{2,40})?\s+(?:số\s*:?\s*)?$`, "iu");
const DATE_AND_ISSUER = new RegExp(
  String.raw`^(?:\s*,?\s*ngày\s+(${DATE}))?(?:\s*,?\s*của\s+(${ISSUER})${AFTER_ISSUER})?`,
  "u",
);
const LOOK_BACK = 100;
const NAMED_LAW = new RegExp(
  String.raw`((?:Bộ luật|Luật)\s+\p{Lu}[\p{L}\s,]{3,90}?)\s+ngày\s+(${DATE})`,
  "gu",
);
const CONGRESS =
  /(Nghị quyết\s+Đại hội[\p{L}\s]{3,90}?lần thứ\s+[IVXL\d]+)(?:,?\s*nhiệm kỳ\s+\d{4}\s*[-–]\s*\d{4})?/gu;
const NAMED_PROGRAMME =
  /((?:Chương trình|Đề án|Chiến lược|Quy hoạch)\s+\p{Ll}[\p{L}\s,\-–]{8,110}?\s+(?:giai đoạn|thời kỳ)\s+\d{4}\s?[-–]\s?\d{4}(?:(?:,| và)\s+(?:định hướng|tầm nhìn)\s+(?:đến\s+)?(?:năm\s+)?\d{4})?)/gu;
/** What each pattern cannot do without: most paragraphs hold none of it. */
const NAMED = [
  [NAMED_LAW, /Luật\s.*\sngày\s/u],
  [CONGRESS, /Đại hội/u],
  [NAMED_PROGRAMME, /giai đoạn|thời kỳ/u],
] as const;
const TITLE_AFTER =
  /^\s*,?\s*((?:về|thực hiện|ban hành|quy định|phê duyệt|hướng dẫn|Quy định|Về|Phê duyệt)(?!\p{L})[^;(.]{5,300})/u;

/** Numbers compare by their figures and letters: «42/NQ/TW» is «42-NQ/TW». */
export function numberKey(number: string): string {
  return number.replace(/[\s\-–/.]+/g, "/").toUpperCase();
}


function* findNumbered(text: string, offset: number): Generator<DocumentReference> {
  if (!MAY_BE_NUMBERED.test(text)) return;
  for (const { 0: number, index } of text.matchAll(NUMBERED)) {
    const back = Math.max(0, index - LOOK_BACK);
    const lead = lastKind(text.slice(back, index));
    if (lead === null) continue;
    const rest = text.slice(index + number.length, index + number.length + 500);
    const [tail = "", date, issuer] = DATE_AND_ISSUER.exec(rest) ?? [];
    const title = TITLE_AFTER.exec(rest.slice(tail.length))?.[1];
    yield {
      kind: kindOf(lead.kind, number),
      title: title === undefined ? null : squeezeTrim(title),
      number: squeezeTrim(number).replace(/\s?([-/])\s?/g, "$1"),
      date: date === undefined ? null : squeezeTrim(date),
      issuer: issuer === undefined ? null : squeezeTrim(issuer),
      span: { start: offset + back + lead.at, end: offset + index + number.length + tail.trimEnd().length },
    };
  }
}

/** The kind nearest before a number, with where it begins; null where none governs it. */
function lastKind(before: string): { kind: string; at: number } | null {
  const match = KIND_BEFORE.exec(before);
  const kind = match?.[1];
  if (!match || kind === undefined) return null;
  // The leftmost match may begin at an earlier document: what counts is the last one.
  const later = lastKind(before.slice(match.index + kind.length));
  if (later === null) return { kind, at: match.index };
  return { kind: later.kind, at: match.index + kind.length + later.at };
}

function* findNamed(text: string, offset: number): Generator<DocumentReference> {
  for (const [pattern, mark] of NAMED) {
    if (!mark.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const [whole, name = "", date] = match;
      const congress = /Đại hội.*$/u.exec(name)?.[0] ?? null;
      yield {
        kind: kindOf(name, null),
        title: squeezeTrim(name),
        number: null,
        date: pattern === NAMED_LAW ? (date ?? null) : null,
        issuer: pattern === CONGRESS ? congress : null,
        span: { start: offset + match.index, end: offset + match.index + whole.length },
      };
    }
  }
}

/** Other documents that a stretch of text names, as printed, in reading order; each mention once. */
export function findReferences(text: string, offset: number): DocumentReference[] {
  const found = [...findNumbered(text, offset), ...findNamed(text, offset)];
  return found.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
}

const referenceKey = (reference: DocumentReference): string =>
  reference.number === null
    ? `${reference.kind}:${reference.title ?? ""}`.toLowerCase()
    : numberKey(reference.number);

/** One entry a document: what one mention leaves out (date, issuer) is taken from another. */
export function mergeReferences(references: readonly DocumentReference[]): DocumentReference[] {
  const merged = new Map<string, DocumentReference>();
  for (const reference of references) {
    const key = referenceKey(reference);
    const known = merged.get(key);
    if (!known) merged.set(key, reference);
    else {
      merged.set(key, {
        ...known,
        title: known.title ?? reference.title,
        date: known.date ?? reference.date,
        issuer: fuller(known.issuer, reference.issuer),
      });
    }
  }
  return [...merged.values()];
}

/** The name that is spelt out: «Ban Chấp hành Trung ương Đảng» rather than «BCHTW Đảng». */
function fuller(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return /\p{Lu}{3}/u.test(a) && !/\p{Lu}{3}/u.test(b.replace(/[IVXL]{2,}/g, "")) ? b : a;
}

/** The references of `references` that `known` does not hold. */
export function otherReferences(
  references: readonly DocumentReference[],
  known: readonly DocumentReference[],
): DocumentReference[] {
  const keys = new Set(known.map(referenceKey));
  return references.filter((reference) => !keys.has(referenceKey(reference)));
}
