import { isInCapitals } from "../../shared/letter-case.ts";
import type { Span } from "../../shared/span.ts";
import type { TextBlock } from "./text-block.ts";

const LABEL_LEAD =
  /^(?:Cơ quan|Đơn vị|Thời gian|Thời hạn|Tiến độ|Lãnh đạo|Chủ trì|Phối hợp|Chỉ đạo|Tham mưu|Sản phẩm|Kết quả|Kinh phí|Hoàn thành|Trách nhiệm chính|Nguồn|Lưu|Số)(?!\p{L})/u;
/** «Các sở, ngành; UBND các xã:» is one heading. */
const SENTENCE_END = /[.!?]\s+\p{Lu}/u;
const CLAUSE_END = /[.;!?]\s+\p{Lu}/u;
const OPENS_SENTENCE = /^\s*(?:\p{Lu}|\d+%\s+\p{L})/u;
const LONGEST_HEADING = 320;
const LONGEST_RUN_IN = 90;

const trimHeading = (text: string, start: number, end: number): Span | null => {
  let [from, to] = [start, end];
  while (to > from && /[\s:.;,–-]/.test(text.charAt(to - 1 - 0))) to--;
  while (from < to && /\s/.test(text.charAt(from))) from++;
  return to - from >= 2 ? { start: from, end: to } : null;
};

/** «Về giáo dục: Hoàn thiện…»: a short lead before a colon and a new sentence. */
function runIn(text: string, from: number): Span | null {
  const colon = text.indexOf(":", from);
  if (colon < 0 || colon - from > LONGEST_RUN_IN) return null;
  const lead = text.slice(from, colon);
  if (/[.;]\s|[“"(]/.test(lead) || LABEL_LEAD.test(lead)) return null;
  if (!OPENS_SENTENCE.test(text.slice(colon + 1))) return null;
  return trimHeading(text, from, colon);
}

/** A whole paragraph is a heading where it is printed so, or ends without a full stop and holds no sentence end. */
function wholeHeading(block: TextBlock, from: number): Span | null {
  const { text, paragraph } = block;
  const words = text.slice(from);
  if (words.length > LONGEST_HEADING || words.trim() === "") return null;
  const printed = paragraph.bold || paragraph.headingLevel !== null || isInCapitals(words);
  if (
    !printed &&
    (/[.;,]\s*$/.test(words) || (/:\s*$/.test(words) ? SENTENCE_END : CLAUSE_END).test(words.replace(/\b(?:TP|Tp|ThS|TS|PGS)\. /gu, "")))
  )
    return null;
  return trimHeading(text, from, text.length);
}

/** The heading in a marked paragraph's own words, as offsets in the paragraph; null where it is plain text. */
export function readHeading(block: TextBlock): Span | null {
  const { text, marker, paragraph } = block;
  const from = marker?.length ?? 0;
  if (LABEL_LEAD.test(text.slice(from)) && text.includes(":")) return null;
  const bullet = marker !== null && marker.number === null && marker.style !== "appendix";
  if (bullet)
    return /:$/.test(text) && text.length < 160 ? trimHeading(text, from, text.length) : runIn(text, from);
  const printedLead = paragraph.emphasised > from + 1 ? trimHeading(text, from, paragraph.emphasised) : null;
  if (printedLead && printedLead.end - printedLead.start <= LONGEST_HEADING) return printedLead;
  return runIn(text, from) ?? wholeHeading(block, from);
}
