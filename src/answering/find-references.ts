import type { CorpusDocument } from "../corpus/document.ts";
import type { Span } from "../shared/span.ts";
import { foldText } from "../shared/vietnamese-text.ts";
import type { Library } from "./library.ts";
import { isNumber, numbersIn } from "./mentions-number.ts";
import { splitSentences } from "./split-sentences.ts";

/** A place where a document names another instrument by its number. */
export interface ReferenceMention {
  readonly document: CorpusDocument;
  /** As printed: «19-KH/TW». */
  readonly number: string;
  /** Its kind, number, date and issuer, without what it is about: no other instrument's date stands in it. */
  readonly naming: Span;
  /** The clause that it is named in. */
  readonly clause: Span;
  readonly locator: string;
}

/** Kinds of instruments as texts print them, and as questions say them without marks. */
const KINDS: readonly (readonly [kind: RegExp, said: RegExp])[] = [
  [/nghi quyet/, /nghi quyet|resolution/],
  [/ke hoach/, /ke hoach|plan/],
  [/chuong trinh( hanh dong)?/, /chuong trinh|program|programme/],
  [/quyet dinh/, /quyet dinh|decision/],
  [/chi thi/, /chi thi|directive/],
  [/nghi dinh/, /nghi dinh|decree/],
  [/thong tu/, /thong tu|circular/],
  [/luat/, /luat|law/],
];

const KIND_BEFORE =
  /(?:Nghị quyết|Kế hoạch|Chương trình(?: hành động)?|Quyết định|Chỉ thị|Nghị định|Thông tư|Luật|Công văn|Kết luận|Hướng dẫn|Thông báo)(?:\s+số)?[\s:]*$/iu;
/** Date and issuer, up to what the instrument is about or the next one. */
const NAMING_AFTER =
  /^(?:,?\s*(?:ngày\s+[\d/.-]+(?:\s*tháng\s*\d+\s*năm\s*\d+)?|năm\s+\d{4}))?(?:,?\s*của\s+[^,;.()\n]+?(?=\s+(?:về|thực hiện|ban hành|triển khai|và)\s|[,;.()\n]|$))?/u;
/** Longest kind of instrument with «số», in UTF-16 units. */
const LONGEST_KIND = 40;

/** Where a document names the instrument of this number, in the order of the text; `question` may say its kind. */
export function findReferences(
  number: string,
  question: string,
  document: CorpusDocument,
  library: Library,
): ReferenceMention[] {
  const text = library.corpus.text(document.key);
  const kind = kindOf(number, question);
  return numbersIn(text).flatMap(({ number: printed, start, end }) => {
    if (!isNumber(printed, number)) return [];
    const before = text.slice(Math.max(0, start - LONGEST_KIND), start);
    const named = KIND_BEFORE.exec(before)?.[0] ?? "";
    if (kind !== null && !kind.test(foldText(named))) return [];
    const row = library.corpus
      .provisions(document.key)
      .filter(({ span }) => span.start <= start && end <= span.end)
      .at(-1);
    if (row === undefined) return [];
    const after = NAMING_AFTER.exec(text.slice(end, row.span.end))?.[0] ?? "";
    const naming = { start: start - named.length, end: end + after.length };
    const clause = clauseAround(text, row.span, naming);
    return [{ document, number: printed, naming, clause, locator: row.locator }];
  });
}

/** «Kế hoạch 152» is no decision of that number. A number in full says its kind itself. */
function kindOf(number: string, question: string): RegExp | null {
  if (!/^\d+$/u.test(number)) return null;
  const before = foldText(question).split(new RegExp(`\\b${number}\\b`, "u"))[0] ?? "";
  const said = before.trimEnd().replace(/ (?:so|no\.?|number)$/u, "");
  return (
    KINDS.find(([, pattern]) => new RegExp(`(?:${pattern.source})(?: hanh dong)?$`, "u").test(said))?.[0] ??
    null
  );
}

/** A sentence longer than this (UTF-16 units) is cut at its semicolons. */
const LONG = 320;

function clauseAround(text: string, within: Span, naming: Span): Span {
  const sentence =
    splitSentences(text, within).find(({ start, end }) => start <= naming.start && naming.end <= end) ??
    naming;
  const isLong = sentence.end - sentence.start > LONG;
  const semicolon = isLong ? text.lastIndexOf(";", naming.start) : -1;
  const stop = isLong ? text.indexOf(";", naming.end) : -1;
  const start = semicolon >= sentence.start ? semicolon + 1 : sentence.start;
  return {
    start: start + (/^(?:\s|[-+•*]\s)*/u.exec(text.slice(start, naming.start))?.[0].length ?? 0),
    end: stop >= 0 && stop < sentence.end ? stop : sentence.end,
  };
}
