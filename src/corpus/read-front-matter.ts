import type { Span } from "../shared/span.ts";
import type { DocumentReference, DocumentStatus, FrontMatter, FrontMatterField } from "./document.ts";
import { kindOf } from "./front-matter/document-kinds.ts";
import { findAmendingBlocks, readAmendedText, readCertification } from "./front-matter/read-consolidated.ts";
import type { PrintedDate } from "./front-matter/read-date.ts";
import { readDate } from "./front-matter/read-date.ts";
import { readIssuingBody, readLetterhead } from "./front-matter/read-issuer.ts";
import type { PrintedNumber } from "./front-matter/read-number.ts";
import { readNumber } from "./front-matter/read-number.ts";
import {
  findReferences,
  mergeReferences,
  numberKey,
  otherReferences,
} from "./front-matter/read-references.ts";
import { readSignature } from "./front-matter/read-signature.ts";
import type { Zone, Zones } from "./structure/find-zones.ts";
import type { StoredText, TextBlock } from "./structure/text-block.ts";

const DRAFT_MARK = /^\(?\s*(?:BẢN\s+)?DỰ THẢO(?:\s|$|\)|\d)/u;
const MOTTO = /^(?:CỘNG H[ÒO]\p{L}* XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM)/u;
const PROMULGATES = /^(?:[Vv]ề việc\s+)?(?:[Bb]an hành|[Pp]hê duyệt)(?!\p{L})/u;
const SUBJECT_LINE = /^(?:V\/v|Về việc)\s*:?\s+/u;
/** A text without a letterhead or kind line may begin with its title: «Chỉ thị về việc …». */
const TITLE_LINE =
  /^(?:Nghị quyết|Chỉ thị|Quyết định|Kế hoạch|Chương trình|Thông tư|Nghị định|Luật|Công văn)\s+(?:về|quy định|ban hành|phê duyệt|số)\s/u;

function firstRead<T>(
  blocks: readonly TextBlock[],
  read: (text: string, offset: number) => T | null,
): T | null {
  for (const block of blocks) {
    const found = read(block.text, block.span.start);
    if (found !== null) return found;
  }
  return null;
}

function findTitle(
  stored: StoredText,
  zones: Zones,
  head: readonly TextBlock[],
): { text: string; span: Span } | null {
  if (zones.kindLine !== null && zones.titleBlock !== null) {
    const first = stored.blocks[zones.kindLine];
    const last = stored.blocks[zones.titleBlock];
    if (first && last) {
      const span = { start: first.span.start, end: last.span.end };
      return { text: stored.text.slice(span.start, span.end).replace(/\s+/g, " "), span };
    }
  }
  const line =
    head.find(({ text }) => SUBJECT_LINE.test(text)) ??
    stored.blocks
      .slice(0, 3)
      .find(({ text, paragraph }) => TITLE_LINE.test(text) || paragraph.headingLevel === 1);
  return line ? { text: line.text, span: line.span } : null;
}

/** A law has no date line: «Luật này được Quốc hội … thông qua ngày 09 tháng 01 năm 2023.» */
function readPassedDate(stored: StoredText): PrintedDate | null {
  const passed = /(?:này|đã) được (?:Quốc hội|Ủy ban Thường vụ Quốc hội)[^.]{0,120}thông qua\s+/u.exec(
    stored.text,
  );
  if (!passed) return null;
  const from = passed.index + passed[0].length;
  return readDate(stored.text.slice(from, from + 60), from);
}

/** Where nothing marks the end of the head: «khai mạc lúc 8h30 ngày 14 tháng 8 năm 2018 (thứ Ba)» is no date of issue. */
function readDateLine(text: string, offset: number): PrintedDate | null {
  const date = readDate(text, offset);
  if (date === null || date.place !== null) return date;
  const stands = date.span.start === offset || !/\p{L}/u.test(text.slice(date.span.end - offset));
  return stands ? date : null;
}

function statusOf(
  blocks: readonly TextBlock[],
  number: PrintedNumber | null,
  date: PrintedDate | null,
): DocumentStatus {
  if (blocks.some(({ text }) => DRAFT_MARK.test(text))) return "draft";
  return number?.number != null && date?.complete === true ? "issued" : "unknown";
}

function zoneSpan(blocks: readonly TextBlock[]): Span | null {
  const [first, last] = [blocks[0], blocks.at(-1)];
  return first && last ? { start: first.span.start, end: last.span.end } : null;
}

function readReferences(
  stored: StoredText,
  zones: Zones,
  own: string | null,
): Pick<FrontMatter, "implements" | "alsoCites"> {
  const isOwn = (reference: DocumentReference): boolean =>
    own !== null && reference.number !== null && numberKey(reference.number) === numberKey(own);
  // «Ban hành Đề án …»: what the title promulgates is the document itself.
  const promulgates = PROMULGATES.test(stored.blocks[zones.titleBlock ?? -1]?.text ?? "");
  const amending = findAmendingBlocks(stored, (zones.titleBlock ?? -1) + 1);
  const named: DocumentReference[] = [];
  const amended: DocumentReference[] = [];
  const inBody: DocumentReference[] = [];
  stored.blocks.forEach((block, i) => {
    const zone = zones.zones[i] ?? "body";
    const isTitle = i === zones.titleBlock;
    const wanted = isTitle || zone === "preamble" || zone === "body" || amending.has(i);
    // A note tells of the texts that amend, and what those are founded on.
    if (!wanted || block.paragraph.isNote) return;
    const found = findReferences(block.text, block.span.start).filter((reference) => !isOwn(reference));
    if (isTitle) named.push(...(promulgates ? found.filter(({ number }) => number !== null) : found));
    else if (zone === "preamble") named.push(...found);
    if (amending.has(i)) amended.push(...found);
    if (zone === "body") inBody.push(...found);
  });
  const carriedOut = mergeReferences([...named, ...amended]);
  return {
    implements: carriedOut,
    alsoCites: mergeReferences(otherReferences(inBody, carriedOut)),
  };
}

/** A letter has no line of its kind; its head is told by the motto. */
function letterheadOf(top: readonly TextBlock[]): readonly TextBlock[] {
  return top.some(({ text }) => MOTTO.test(text)) ? top : [];
}

/**
 * Reads who issued a text, when and as what, from its head, preamble and closing, in the forms of the Party
 * (Guidance 36-HD/VPTW) and of the State (Decree 30/2020/NĐ-CP). What is left blank comes as null.
 */
export function readFrontMatter(stored: StoredText, zones: Zones): FrontMatter {
  const inZone = (zone: Zone): TextBlock[] => stored.blocks.filter((_, i) => zones.zones[i] === zone);
  const head = inZone("header");
  const preamble = inZone("preamble");
  const signatureLines = inZone("signature");
  const recipientLines = inZone("recipients");
  const top = head.length > 0 ? head : stored.blocks.slice(0, 12);
  const title = findTitle(stored, zones, top);
  const certified = readCertification(signatureLines);
  const amended = readAmendedText(stored, (zones.titleBlock ?? -1) + 1);
  const number = firstRead(top, readNumber) ?? certified.number ?? amended.number;
  const headDate = firstRead(
    top.slice(0, zones.kindLine === null ? undefined : head.length),
    zones.kindLine === null ? readDateLine : readDate,
  );
  const date = headDate ?? certified.date ?? amended.date ?? readPassedDate(stored);
  const letterhead = zones.kindLine === null ? letterheadOf(top) : head.slice(0, zones.kindLine);
  const issuer = readLetterhead(letterhead, stored.text) ?? readIssuingBody(preamble, date?.place ?? null);
  const signature = readSignature(signatureLines);
  const spans: Partial<Record<FrontMatterField, Span>> = { ...signature.spans };
  const keep = (field: FrontMatterField, span: Span | null | undefined): void => {
    if (span) spans[field] = span;
  };
  keep("title", title?.span);
  keep("number", number?.span);
  keep("date", date?.span);
  keep("issuer", issuer?.span);
  keep("place", date?.placeSpan);
  keep("draftMark", top.find(({ text }) => DRAFT_MARK.test(text))?.span);
  keep("header", zoneSpan(head));
  keep("signature", zoneSpan(signatureLines));
  keep("recipients", zoneSpan(recipientLines));
  const kindName =
    zones.kindLine === null ? (title?.text ?? null) : (stored.blocks[zones.kindLine]?.text ?? null);
  const isLetter = title !== null && SUBJECT_LINE.test(title.text) && zones.kindLine === null;
  return {
    title: title?.text ?? null,
    kind: isLetter
      ? "official-letter"
      : kindOf(kindName?.replace(/^DỰ THẢO\s+/u, "") ?? null, number?.printed ?? null),
    number: number?.number ?? null,
    numberAsPrinted: number?.printed ?? null,
    date: date?.printed ?? null,
    dateIsComplete: date?.complete ?? false,
    issuer: issuer?.name ?? null,
    place: date?.place ?? null,
    signatory: signature.signatory,
    signatoryTitle: signature.signatoryTitle,
    signedFor: signature.signedFor,
    status: statusOf(top, number, date),
    ...readReferences(stored, zones, number?.number ?? null),
    recipients: recipientLines.filter(({ marker }) => marker !== null).map(recipientOf),
    spans,
  };
}

function recipientOf({ text, marker }: TextBlock): string {
  return text.slice(marker?.length ?? 0).replace(/[\s;,.]+$/u, "");
}
