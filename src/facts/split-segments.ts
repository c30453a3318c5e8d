/** A stretch of a paragraph between two stops, with the sentence that holds it. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Start and end of the sentence; a parenthesis is a segment of the sentence around it. */
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
  readonly isParenthesis: boolean;
}

/** A full stop that ends a sentence: what follows begins with a capital; not «TP. Hà Tĩnh». */
const SENTENCE_END =
  /(?<!(?:^|[\s(])(?:TP|Tp|ThS|TS|PGS|GS|BS|Nxb|tr|Q|P|[A-ZĐ]))[.!?…]+["”»)]*(?=\s+["“«(]?[\p{Lu}\d]|\s*$)/gu;

/** «(1) Xây dựng …; (2) Hoàn thiện …»: an item inside a sentence. */
const ITEM = /^\((?:\d{1,2}|[ivx]{1,4}|[a-zđ])\)\s+(?=\S)/u;

function sentencesOf(text: string): { start: number; end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    sentences.push({ start, end });
    start = end;
  }
  if (text.slice(start).trim() !== "") sentences.push({ start, end: text.length });
  return sentences;
}

const isStop = (char: string): boolean => char === "." || char === ";" || char === "," || char.trim() === "";

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let [from, to] = [start, end];
  while (from < to && isStop(text.charAt(from))) from++;
  while (to > from && isStop(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

/** Where a sentence may be cut. */
const MARKS = /[();]/g;

/**
 * Cuts a paragraph into segments at full stops, semicolons and inline items «(1)»; each parenthesis that holds a figure is a segment
 * of its own. Parentheses do not cut the segment around them.
 */
export function splitSegments(text: string): Segment[] {
  const segments: Segment[] = [];
  const marks = [...text.matchAll(MARKS)];
  let next = 0;
  for (const sentence of sentencesOf(text)) {
    const add = (start: number, end: number, isParenthesis: boolean): void => {
      const span = trimmed(text, start, end);
      if (span.end > span.start) {
        segments.push({
          start: span.start,
          end: span.end,
          sentenceStart: sentence.start,
          sentenceEnd: sentence.end,
          isParenthesis,
        });
      }
    };
    let depth = 0;
    let from = sentence.start;
    let opened = 0;
    const inner: [number, number][] = [];
    for (let mark = marks[next]; mark !== undefined && mark.index < sentence.end; mark = marks[++next]) {
      const { 0: char, index: i } = mark;
      if (i < from) continue;
      const item = char === "(" && depth === 0 ? ITEM.exec(text.slice(i, i + 8))?.[0].length : undefined;
      if (item !== undefined) {
        add(from, i, false);
        from = i + item;
      } else if (char === "(") {
        if (depth === 0) opened = i;
        depth++;
      } else if (char === ")" && depth > 0) {
        depth--;
        if (depth === 0 && /\d/.test(text.slice(opened, i))) inner.push([opened + 1, i]);
      } else if (char === ";" && depth === 0) {
        add(from, i, false);
        from = i + 1;
      }
    }
    add(from, sentence.end, false);
    for (const [start, end] of inner) add(start, end, true);
  }
  return segments.sort((a, b) => a.start - b.start);
}

/** The same length, with what stands in parentheses blanked out: commas and figures there belong to themselves. */
export function maskParentheses(text: string): string {
  if (!text.includes("(")) return text;
  let depth = 0;
  let masked = "";
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === "(") depth++;
    masked += depth > 0 ? "\u0001" : char;
    if (char === ")" && depth > 0) depth--;
  }
  return depth > 0 ? text : masked;
}
