import { isNumber } from "./mentions-number.ts";
import type { CorpusDocument, DocumentReference, FrontMatterField } from "../corpus/document.ts";
import { foldText } from "../shared/vietnamese-text.ts";
import type { DocumentFacet, Query } from "../understanding/query.ts";
import type { Draft } from "./draft-answer.ts";
import { writeAmendments, writeEffect, writeRepeals, writeSize } from "./answer-effect.ts";
import { placeOf, type Library } from "./library.ts";
import { splitSentences } from "./split-sentences.ts";
import type { Span } from "../shared/span.ts";

/** Says what is asked of a document itself: number, date, issuer, signatory, status, basis, recipients. */
export function writeDocument(draft: Draft, query: Query, document: CorpusDocument, library: Library): void {
  draft.add("passage-lead", { place: placeOf(document, library) });
  const facets = query.facets.length > 0 ? query.facets : (["status", "number", "date", "issuer"] as const);
  const wanted = new Set<DocumentFacet>(namesReference(query, document) ? ["basis"] : facets);
  if (wanted.has("basis") && query.intent === "document")
    for (const facet of ["number", "date"] as const) wanted.delete(facet);
  dropOverlaps(wanted, query.text);
  if (wanted.has("number") || wanted.has("date") || wanted.has("status")) {
    for (const facet of ["status", "number", "date"] as const) wanted.add(facet);
  }
  if (wanted.has("title") && document.title !== null)
    cited(draft, document, "title", library).add("document-title", { title: document.title });
  if (wanted.has("status")) {
    cited(draft, document, "draftMark", library).add(`document-status-${document.status}`);
    if (document.isSummary) writeSaid(draft, document, "status-summary", library);
  }
  if (wanted.has("number")) writeNumber(draft, document, library);
  if (wanted.has("date")) writeDate(draft, document, library);
  if (wanted.has("issuer"))
    cited(draft, document, "issuer", library).add("document-issuer", { issuer: document.issuer ?? "–" });
  if (wanted.has("conference")) writeSaid(draft, document, "conference", library);
  if (wanted.has("effect")) writeForce(draft, document, library);
  const repeals = wanted.has("repeals") && writeRepeals(draft, document, library);
  if (!repeals && (wanted.has("follows") || wanted.has("repeals")))
    writeSaid(draft, document, "follows", library);
  if (wanted.has("amended") && !writeAmendments(draft, document, library)) draft.add("document-amended-none");
  if (wanted.has("size") && !writeSize(draft, document, library)) draft.add("document-size-none");
  if (wanted.has("signatory")) writeSignatory(draft, document, library);
  if (wanted.has("basis")) writeBasis(draft, query, document, library);
  if (wanted.has("recipients")) {
    const { recipients } = document;
    if (recipients.length === 0) draft.add("document-recipients-none");
    else
      cited(draft, document, "recipients", library).add("document-recipients", {
        recipients: recipients.join("; "),
      });
  }
  if (wanted.has("validity")) {
    const became = document.locality === null ? null : library.localities.byKey(document.locality)?.became;
    cited(draft, document, "issuer", library).add("document-validity");
    if (became != null) draft.line(became[draft.language]);
  }
}

/** Words of force say more than one facet: the narrower one is meant. */
function dropOverlaps(wanted: Set<DocumentFacet>, text: string): void {
  if (wanted.has("effect")) for (const facet of ["status", "validity"] as const) wanted.delete(facet);
  // «Có hiệu lực từ ngày nào?» asks for one day, not for that of the issue too.
  const words = foldText(text);
  const asksOneDay = (words.match(/ngay (nao|may|bao nhieu)/gu) ?? []).length === 1;
  if (
    wanted.has("effect") &&
    asksOneDay &&
    /hieu luc( \S+){0,4} ngay (nao|may)|ngay (nao|may)( thi)? (bat dau )?co hieu luc/u.test(words)
  )
    wanted.delete("date");
  if (wanted.has("repeals")) for (const facet of ["status", "validity"] as const) wanted.delete(facet);
}

/** From when it is in force; the day of issue is another, and said to be so. */
function writeForce(draft: Draft, document: CorpusDocument, library: Library): void {
  if (writeEffect(draft, document, library)) return;
  if (document.status === "draft") cited(draft, document, "draftMark", library).add("document-status-draft");
  draft.add("document-effect-none");
  writeDate(draft, document, library);
}

/** What a text says of itself in sentences of its own. */
const SAID: Readonly<Record<"conference" | "follows" | "status-summary", RegExp>> = {
  "status-summary": /không phải (?:là )?nguyên văn|không phải (?:là )?bản gốc/iu,
  conference: /(?:Hội nghị|Đại hội|Kỳ họp) (?:lần )?thứ/iu,
  follows:
    /(?:nối tiếp|tiếp nối|kế thừa|thay thế) (?:các )?(?:Nghị quyết|Kế hoạch|Chương trình|Quyết định|Chỉ thị)/iu,
};

/** Quotes the sentence in which a text says what it follows or where it was adopted: the one of the shortest provision. */
function writeSaid(draft: Draft, document: CorpusDocument, facet: keyof typeof SAID, library: Library): void {
  const text = library.corpus.text(document.key);
  const says = ({ start, end }: Span): boolean => SAID[facet].test(text.slice(start, end));
  const [row] = library.corpus
    .provisions(document.key)
    .filter(({ span }) => says(span))
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  const sentence = row === undefined ? undefined : splitSentences(text, row.span).find(says);
  if (facet === "status-summary" || sentence === undefined) draft.add(`document-${facet}`);
  if (row === undefined || sentence === undefined) return;
  const bullet = /^[-+•*]\s+/u.exec(text.slice(sentence.start, sentence.end))?.[0].length ?? 0;
  draft.quote(document, { start: sentence.start + bullet, end: sentence.end }, row.locator);
}

function writeNumber(draft: Draft, document: CorpusDocument, library: Library): void {
  const { number, numberAsPrinted } = document;
  if (number !== null) cited(draft, document, "number", library).add("document-number", { number });
  else if (numberAsPrinted !== null) {
    cited(draft, document, "number", library).add("document-number-blank", {
      printed: `Số: ${numberAsPrinted}`,
    });
  } else draft.add("document-number-none");
}

function writeDate(draft: Draft, document: CorpusDocument, library: Library): void {
  const { date, dateIsComplete } = document;
  if (date === null) draft.add("document-date-none");
  else
    cited(draft, document, "date", library).add(dateIsComplete ? "document-date" : "document-date-partial", {
      date,
    });
}

function writeSignatory(draft: Draft, document: CorpusDocument, library: Library): void {
  const { signatory, signatoryTitle, signedFor } = document;
  const capacity = signedFor === null ? "" : draft.say("document-signatory-for", { for: signedFor });
  for (const field of ["signedFor", "signatoryTitle", "signatory", "signature"] as const)
    cited(draft, document, field, library);
  if (signatory === null) {
    draft.add("document-signatory-none", { for: capacity });
    return;
  }
  const title =
    signatoryTitle === null ? "" : draft.say("document-signatory-title", { title: signatoryTitle });
  draft.add("document-signatory", {
    name: signatory,
    title: `${title}${draft.language === "en" ? englishTitle(signatoryTitle) : ""}`,
    for: capacity,
  });
}

const ENGLISH_TITLES: readonly (readonly [RegExp, string])[] = [
  [/^pho chu tich/, "Vice Chairman"],
  [/^chu tich/, "Chairman"],
  [/^pho bi thu/, "Deputy Secretary"],
  [/^bi thu/, "Secretary"],
  [/^pho thu tuong/, "Deputy Prime Minister"],
  [/^thu tuong/, "Prime Minister"],
  [/^thu truong/, "Deputy Minister"],
  [/^bo truong/, "Minister"],
];

function englishTitle(title: string | null): string {
  const english = ENGLISH_TITLES.find(([pattern]) => pattern.test(foldText(title ?? "")))?.[1];
  return english === undefined ? "" : ` (${english})`;
}

/** All that the document carries out, or of it what the question narrows down to: «của Tỉnh ủy», «kế hoạch nào». */
function writeBasis(draft: Draft, query: Query, document: CorpusDocument, library: Library): void {
  const asked = foldText(query.text);
  const all = document.implements;
  const byNumber = [...all, ...document.alsoCites].filter((reference) => isNumbered(reference, query));
  const narrowed = byNumber.length > 0 ? byNumber : all.filter((reference) => isMeant(reference, asked));
  const references = narrowed.length > 0 ? narrowed : all;
  if (references.length === 0) {
    draft.add("document-basis-none");
    return;
  }
  draft.add("document-basis");
  for (const reference of references) {
    const span = reference.span ?? findReference(reference, library.corpus.text(document.key));
    if (span === null) continue;
    draft.cite(
      document,
      span,
      library.corpus.provisions(document.key).find((row) => row.type === "preamble")?.locator ?? "",
    );
    draft.add("document-basis-item", {
      title: library.corpus.text(document.key).slice(span.start, span.end),
    });
  }
}

/** The question names, by its number, a document that this one refers to. */
function namesReference(query: Query, document: CorpusDocument): boolean {
  return [...document.implements, ...document.alsoCites].some((reference) => isNumbered(reference, query));
}

function isNumbered({ number }: DocumentReference, query: Query): boolean {
  return query.documentNumbers.some((wanted) => number !== null && isNumber(number, wanted));
}

function isMeant({ issuer, title }: DocumentReference, asked: string): boolean {
  const levels = ["tinh uy", "thanh uy", "thi uy", "bo chinh tri", "chinh phu", "thu tuong", "quoc hoi"];
  return levels.some(
    (level) => asked.includes(level) && foldText(`${issuer ?? ""} ${title ?? ""}`).includes(level),
  );
}

/** A reference that comes from the manifest is found again by its number, with the words up to its issuer. */
function findReference({ number }: DocumentReference, text: string): { start: number; end: number } | null {
  if (number === null) return null;
  const at = text.indexOf(number);
  if (at < 0) return null;
  const start =
    Math.max(text.lastIndexOf(";", at), text.lastIndexOf("\n", at), text.lastIndexOf(". ", at)) + 1;
  const stop = /[;\n(]|\.\s/u.exec(text.slice(at + number.length));
  const end = at + number.length + (stop?.index ?? 0);
  return { start: start + (/^\s*/u.exec(text.slice(start, at))?.[0].length ?? 0), end };
}

/** Cites where a field stands in the text; one that comes from the manifest alone, where the text repeats its words. */
function cited(draft: Draft, document: CorpusDocument, field: FrontMatterField, library: Library): Draft {
  const span = document.spans[field] ?? findWords(document, field, library);
  if (span !== null && span.end > span.start) {
    const part = library.corpus
      .provisions(document.key)
      .find((row) => row.span.start <= span.start && span.end <= row.span.end);
    draft.cite(document, span, part?.locator ?? "");
  }
  return draft;
}

function findWords(document: CorpusDocument, field: FrontMatterField, library: Library): Span | null {
  const words =
    field === "date" || field === "number" || field === "issuer" || field === "title"
      ? document[field]
      : null;
  const text = library.corpus.text(document.key);
  const at = words === null ? -1 : text.indexOf(words);
  if (at < 0) return null;
  const line = {
    start: text.lastIndexOf("\n", at) + 1,
    end: (text.indexOf("\n", at) + 1 || text.length + 1) - 1,
  };
  return splitSentences(text, line).find(({ start, end }) => start <= at && at < end) ?? line;
}
