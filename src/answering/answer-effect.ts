import type { ProvisionRow } from "../corpus/corpus-store.ts";
import type { CorpusDocument } from "../corpus/document.ts";
import type { Draft } from "./draft-answer.ts";
import type { Library } from "./library.ts";
import { quoteProvision } from "./quote-provision.ts";
import { splitSentences } from "./split-sentences.ts";

/** What a text says of its own force: from when, what it repeals or replaces, by what it was amended, how far it goes. */

const OF_FORCE = /hiệu lực|điều khoản thi hành|tổ chức thực hiện/iu;
const IN_FORCE = /có hiệu lực(?: thi hành)?(?!\s*thì)|hiệu lực thi hành (?:kể )?từ/iu;
/** «…hết hiệu lực kể từ ngày Luật này có hiệu lực»: when another text ends, not when this one begins. */
const ENDS_ANOTHER = /hết hiệu lực|hết thời hạn/iu;
const OWN_FORCE =
  /(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Kế hoạch|Chương trình|Quy định|Quy chế|Đề án|Văn bản) này (?:có hiệu lực|được áp dụng|áp dụng)/u;
const REPEALS =
  /hết hiệu lực|bãi bỏ|hủy bỏ|huỷ bỏ|thay thế (?:cho )?(?:các |một phần )?(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Kế hoạch|Chương trình|văn bản|quy định)/iu;
/** «Trường hợp các văn bản dẫn chiếu bị thay thế…» replaces nothing itself. */
const CONDITION = /^(?:\d+\.\s*)?(?:Trường hợp|Khi|Trong trường hợp)/u;
const AMENDED_BY = /được sửa đổi, bổ sung (?:một số điều )?(?:bởi|theo)/iu;
const AMENDING = /^\d+\.\s*(?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Pháp lệnh)\s/u;
const MOST_QUOTED = 4;

/** Quotes from when a document is in force; false where it does not say. */
export function writeEffect(draft: Draft, document: CorpusDocument, library: Library): boolean {
  const text = library.corpus.text(document.key);
  const says = (
    rows: readonly ProvisionRow[],
    own: RegExp,
  ): { start: number; end: number; locator: string }[] =>
    rows.flatMap((row) =>
      splitSentences(text, row.ownSpan)
        .filter(({ start, end }) => {
          const words = text.slice(start, end);
          const ends = ENDS_ANOTHER.exec(words)?.index;
          return own.test(words) && (ends === undefined || OWN_FORCE.test(words.slice(0, ends)));
        })
        .map((span) => ({ ...span, locator: row.locator })),
    );
  const inArticle = says(closingProvisions(document, library), IN_FORCE);
  const found = inArticle.length > 0 ? inArticle : says(runningProvisions(document, library), OWN_FORCE);
  for (const { start, end, locator } of found.slice(0, MOST_QUOTED))
    draft.quote(document, { start, end }, locator);
  return found.length > 0;
}

/** Quotes what a document repeals or replaces, whole clauses with their lists; false where it repeals nothing. */
export function writeRepeals(draft: Draft, document: CorpusDocument, library: Library): boolean {
  const text = library.corpus.text(document.key);
  const says = (row: ProvisionRow): boolean => {
    const words = text.slice(row.ownSpan.start, row.ownSpan.end);
    return REPEALS.test(words) && !CONDITION.test(words);
  };
  const closing = closingProvisions(document, library).filter(says);
  const found = closing.length > 0 ? closing : runningProvisions(document, library).filter(isOwnRepeal(text));
  const outermost = found.filter((row) => !found.some((other) => other !== row && contains(other, row)));
  for (const row of outermost.slice(0, MOST_QUOTED)) quoteProvision(draft, document, row, library);
  return outermost.length > 0;
}

const contains = (outer: ProvisionRow, { span }: ProvisionRow): boolean =>
  outer.span.start <= span.start && span.end <= outer.span.end;

/** Outside the closing articles only what the text says of itself: «… này thay thế Quyết định …». */
const isOwnRepeal =
  (text: string) =>
  ({ ownSpan }: ProvisionRow): boolean => {
    const words = text.slice(ownSpan.start, ownSpan.end);
    return (
      REPEALS.test(words) &&
      /này (?:có hiệu lực|thay thế|bãi bỏ)|[Bb]ãi bỏ/u.test(words) &&
      !CONDITION.test(words)
    );
  };

/** Quotes by which instruments a consolidated text was amended; false where it does not say. */
export function writeAmendments(draft: Draft, document: CorpusDocument, library: Library): boolean {
  const text = library.corpus.text(document.key);
  const words = ({ ownSpan }: ProvisionRow): string => text.slice(ownSpan.start, ownSpan.end);
  const rows = library.corpus.provisions(document.key);
  const first = rows.findIndex(
    (row) =>
      ["preamble", "header"].includes(row.path) && AMENDED_BY.test(words(row)) && !/^“/u.test(words(row)),
  );
  const lead = rows[first];
  if (lead === undefined) return false;
  draft.quote(document, trimmed(text, lead), lead.locator);
  for (const row of rows.slice(first + 1)) {
    if (!AMENDING.test(words(row))) break;
    draft.quote(document, trimmed(text, row), row.locator);
  }
  return true;
}

function trimmed(text: string, { ownSpan }: ProvisionRow): { start: number; end: number } {
  return { start: ownSpan.start, end: text.slice(0, ownSpan.end).trimEnd().length };
}

/** How far a document goes: its last chapter and article. */
export function writeSize(draft: Draft, document: CorpusDocument, library: Library): boolean {
  const text = library.corpus.text(document.key);
  const numbered = library.corpus
    .provisions(document.key)
    .filter(({ type, number }) => number !== null && (type === "chapter" || type === "article"));
  const last = (["chapter", "article"] as const).flatMap(
    (type) => numbered.filter((row) => row.type === type).at(-1) ?? [],
  );
  for (const row of last) {
    const line = text.slice(row.ownSpan.start, row.ownSpan.end).split("\n")[0] ?? "";
    draft.cite(
      document,
      { start: row.ownSpan.start, end: row.ownSpan.start + line.trimEnd().length },
      row.locator,
    );
  }
  if (last.length > 0)
    draft.add("document-size", {
      last: last.map(({ type, number }) => `${draft.say(`step-${type}`)} ${number ?? ""}`).join(", "),
    });
  return last.length > 0;
}

/** The articles or sections at the end that settle the text's own force, with all under them. */
function closingProvisions(document: CorpusDocument, library: Library): ProvisionRow[] {
  const rows = runningProvisions(document, library);
  const heads = rows.filter(
    ({ heading, type }) =>
      heading !== null && (type === "article" || type === "section") && OF_FORCE.test(heading),
  );
  const force = heads.filter(({ heading }) => /hiệu lực/iu.test(heading ?? ""));
  const meant = force.length > 0 ? force : heads;
  return rows.filter((row) => meant.some((head) => contains(head, row)));
}

const OUTSIDE = new Set(["header", "preamble", "recipients", "signature"]);

function runningProvisions(document: CorpusDocument, library: Library): ProvisionRow[] {
  return library.corpus
    .provisions(document.key)
    .filter(({ path, type }) => !OUTSIDE.has(path) && type !== "table" && type !== "row");
}
