import type { Provision, ProvisionType } from "../corpus/provision.ts";
import type { Span } from "../shared/span.ts";
import { syllablesOf } from "../shared/vietnamese-text.ts";
import type { Passage } from "./passage.ts";
import { wordsOf } from "./terms.ts";

/** Longest passage, in syllables; a provision longer than this is cut where its sentences end. */
const LONGEST = 300;
/** A sentence that is itself longer than this is cut between syllables. */
const LONGEST_SENTENCE = 400;

const MARKER = /^[\s\-–—+•*·]+/u;
const SENTENCE_END = /[.;!?…]["”»)]*(?=\s)|\n+/gu;

function trimSpan(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const start = span.start + (MARKER.exec(words)?.[0].length ?? 0);
  const end = span.start + words.trimEnd().length;
  return { start: Math.min(start, end), end };
}

/** The node's own words without its heading; the heading itself where there is nothing else. */
function bodySpan(text: string, node: Provision): Span {
  if (node.headingSpan === null) return trimSpan(text, node.ownSpan);
  const after = text.slice(node.headingSpan.end, node.ownSpan.end);
  const punctuation = /^[\s:.–—-]*/u.exec(after)?.[0].length ?? 0;
  const body = trimSpan(text, { start: node.headingSpan.end + punctuation, end: node.ownSpan.end });
  if (body.end > body.start) return body;
  return node.children.length === 0 ? trimSpan(text, node.ownSpan) : body;
}

function syllableCount(text: string, span: Span): number {
  return wordsOf(text.slice(span.start, span.end)).length;
}

function cutLong(text: string, span: Span): Span[] {
  const syllables = syllablesOf(text.slice(span.start, span.end));
  const cuts: Span[] = [];
  for (let i = 0; i < syllables.length; i += LONGEST) {
    const start = i === 0 ? span.start : span.start + (syllables[i]?.start ?? 0);
    const next = syllables[i + LONGEST];
    cuts.push(trimSpan(text, { start, end: next === undefined ? span.end : span.start + next.start }));
  }
  return cuts;
}

function sentencesOf(text: string, span: Span): Span[] {
  const words = text.slice(span.start, span.end);
  const ends = [...words.matchAll(SENTENCE_END)].map((m) => m.index + m[0].length);
  let start = 0;
  const sentences: Span[] = [];
  for (const end of [...ends, words.length]) {
    if (words.slice(start, end).trim() !== "")
      sentences.push({ start: span.start + start, end: span.start + end });
    start = end;
  }
  return sentences;
}

/** Pieces of a span of at most `LONGEST` syllables, cut where sentences or lines end. */
function pieces(text: string, span: Span): Span[] {
  if (syllableCount(text, span) <= LONGEST) return [span];
  const result: Span[] = [];
  let open = null as Span | null;
  let openCount = 0;
  for (const sentence of sentencesOf(text, span)) {
    const count = syllableCount(text, sentence);
    if (open !== null && openCount + count > LONGEST) {
      result.push(open);
      open = null;
      openCount = 0;
    }
    if (count > LONGEST_SENTENCE) {
      result.push(...cutLong(text, sentence));
      continue;
    }
    open = { start: open?.start ?? sentence.start, end: sentence.end };
    openCount += count;
  }
  if (open !== null) result.push(open);
  return result.map((piece) => trimSpan(text, piece)).filter((piece) => piece.end > piece.start);
}

/** What a node says about its children: its heading, or a lead-in that ends with a colon. */
function contextOf(text: string, node: Provision): readonly string[] {
  if (node.heading !== null) return [node.heading];
  if (node.children.length === 0) return [];
  const own = trimSpan(text, node.ownSpan);
  const words = text.slice(own.start, own.end);
  return words.endsWith(":") && words.length <= 300 ? [words.slice(0, -1)] : [];
}

/**
 * What stands around a document's text has no headings, and its lines say nothing one by one («BÍ THƯ»): such a zone
 * is one passage, under the words that people ask for it by.
 */
const ZONE_CONTEXT: Readonly<Partial<Record<ProvisionType, string>>> = {
  header: "Số hiệu văn bản, ngày ban hành, cơ quan ban hành, tên văn bản",
  preamble: "Căn cứ ban hành văn bản, thực hiện nghị quyết, chương trình của cấp trên",
  recipients: "Nơi nhận văn bản",
  signature: "Người ký văn bản, chức vụ, ký thay mặt",
};

/**
 * The passages of a document: each provision's own words, with the headings above it (its own heading last) as
 * context; header, preamble, recipients and signature whole; long ones cut where sentences end, short bullets whole. Ids count from 0 in the document; the index
 * gives its own. `text.slice(span.start, span.end) === passage.text` holds for each.
 */
export function splitPassages(document: {
  readonly key: string;
  readonly text: string;
  readonly provisions: readonly Provision[];
}): Passage[] {
  const passages: Passage[] = [];
  const visit = (node: Provision, above: readonly string[]): void => {
    const zone = node.depth === 1 ? ZONE_CONTEXT[node.type] : undefined;
    const headings = [...above, ...(zone === undefined ? contextOf(document.text, node) : [zone])];
    const body = zone === undefined ? bodySpan(document.text, node) : trimSpan(document.text, node.span);
    if (body.end > body.start) {
      for (const span of pieces(document.text, body)) {
        passages.push({
          id: passages.length,
          document: document.key,
          eId: node.eId,
          path: node.path,
          locator: node.locator,
          headings,
          span,
          text: document.text.slice(span.start, span.end),
        });
      }
    }
    if (zone === undefined) for (const child of node.children) visit(child, headings);
  };
  for (const provision of document.provisions) visit(provision, []);
  return passages;
}
