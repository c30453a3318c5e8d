import type { Span } from "../shared/span.ts";

/** A stop ends a sentence where a capital, a quotation mark or a bullet follows; «TP. Hà Tĩnh» and «1.500» go on. */
const END = /[.!?…](?=["”»)]?\s+(?:["“«(]?\p{Lu}|[-+•*]\s))|[.!?…]?(?=\n)/gu;
const ABBREVIATION =
  /(?:^|[\s(])(?:TP|TX|Tp|Tx|P|Q|H|X|TT|BT|TM|KT|T\/M|ThS|TS|GS|PGS|đ\/c|Nxb|st|Dr|Mr|Mrs)$/u;

/** «Điều 1.», «2.», «IV.»: the number of what follows it on the line, no sentence. */
const LABEL = /^\s*(?:Điều\s+)?(?:\d{1,3}(?:\.\d{1,2})*[a-zđ]?|[IVX]+)$/u;

/** The sentences of a stretch of text, their spans trimmed of blanks. */
export function splitSentences(text: string, span: Span): Span[] {
  const sentences: Span[] = [];
  let start = span.start;
  const stretch = text.slice(span.start, span.end);
  for (const match of stretch.matchAll(END)) {
    const at = span.start + match.index;
    if (match[0] === "." && ABBREVIATION.test(text.slice(Math.max(start, at - 6), at))) continue;
    if (match[0] === "." && at - start < 16 && LABEL.test(text.slice(start, at))) continue;
    push(sentences, text, start, at + match[0].length);
    start = at + match[0].length;
  }
  push(sentences, text, start, span.end);
  return sentences;
}

function push(sentences: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--;
  if (end > start) sentences.push({ start, end });
}
