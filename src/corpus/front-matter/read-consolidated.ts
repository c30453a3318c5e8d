import type { StoredText, TextBlock } from "../structure/text-block.ts";
import type { PrintedDate } from "./read-date.ts";
import { readDate } from "./read-date.ts";
import type { PrintedNumber } from "./read-number.ts";
import { readNumber } from "./read-number.ts";

export interface NumberAndDate {
  readonly number: PrintedNumber | null;
  readonly date: PrintedDate | null;
}

/** «Luật Bảo hiểm xã hội số 41/2024/QH15 ngày …, có hiệu lực …, được sửa đổi, bổ sung bởi:» */
const AMENDED_BY = /^\p{Lu}[^:]{0,400}\s(?:được|đã được)\s(?:sửa đổi|bổ sung|đính chính)[^:]{0,60}\sbởi\s*:?/u;
const OWN_NUMBER = /\ssố\s+(\d{1,5}[a-z]?\/\d{4}\/[\p{L}\d-]+|\d{1,5}[a-z]?\/[\p{L}][\p{L}\d-]+)/u;

/** The first number and the first date in lines that close a text: «Số: 19/VBHN-VPQH», «Hà Nội, ngày …». */
export function readCertification(lines: readonly TextBlock[]): NumberAndDate {
  let number: PrintedNumber | null = null;
  let date: PrintedDate | null = null;
  for (const { text, span } of lines) {
    number ??= readNumber(text, span.start);
    date ??= readDate(text, span.start);
  }
  return number?.number?.includes("VBHN") === true ? { number, date } : { number: null, date: null };
}

/**
 * A consolidated text (văn bản hợp nhất) without a number line says in the sentence before its preamble which text
 * it gives, with that text's number and date, «được sửa đổi, bổ sung bởi» which others.
 */
export function readAmendedText(stored: StoredText, from: number): NumberAndDate {
  const block = stored.blocks.slice(from, from + 4).find(({ text }) => AMENDED_BY.test(text));
  const match = block && OWN_NUMBER.exec(block.text);
  const printed = match?.[1];
  if (!block || !match || printed === undefined) return { number: null, date: null };
  const start = block.span.start + match.index + match[0].length - printed.length;
  const rest = block.text.slice(match.index + match[0].length, match.index + match[0].length + 60);
  return {
    number: { printed, number: printed, span: { start, end: start + printed.length } },
    date: readDate(rest, start + printed.length),
  };
}

/** Indexes of the blocks that list the texts by which a consolidated one was amended, the sentence before them too. */
export function findAmendingBlocks(stored: StoredText, from: number): ReadonlySet<number> {
  const found = new Set<number>();
  const start = stored.blocks.slice(from, from + 4).findIndex(({ text }) => AMENDED_BY.test(text));
  if (start < 0) return found;
  found.add(from + start);
  for (let i = from + start + 1; i < stored.blocks.length; i++) {
    const block = stored.blocks[i];
    if (block?.marker?.style !== "arabic" || !/\ssố\s+\d/u.test(block.text)) break;
    found.add(i);
  }
  return found;
}
