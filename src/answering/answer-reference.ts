import { foldText } from "../shared/vietnamese-text.ts";
import type { DocumentFacet } from "../understanding/query.ts";
import { isDocumentWord } from "../understanding/question-words.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import type { UnverifiedAnswer } from "./draft-answer.ts";
import { findReferences, type ReferenceMention } from "./find-references.ts";
import { currentDocuments, placeOf, type Library } from "./library.ts";
import { isNumber } from "./mentions-number.ts";
import { startDraft } from "./plan-draft.ts";

/** Documents whose mention of an instrument is quoted where no place is asked. */
const SHOWN = 3;

/** What the words of a mention hold where it says that much of the instrument. */
const SAYS: Readonly<Partial<Record<DocumentFacet, RegExp>>> = {
  date: /\d{1,2}\/\d{1,2}\/\d{4}|năm \d{4}/u,
  issuer: /\scủa\s/u,
  signatory: /\p{Lu}\p{Ll}+\s+ký(?=[\s.;,]|$)/u,
};

/**
 * «Kế hoạch 19-KH/TW ngày nào, của ai?»: an instrument that the documents cite and that is not held itself, from the
 * clauses that name this very number, wherever they stand. Null where the question is about something else.
 */
export function answerReference(
  query: ResolvedQuery,
  home: string | null,
  library: Library,
): UnverifiedAnswer | null {
  const [number] = query.documentNumbers;
  const all = currentDocuments(library);
  if (number === undefined || all.some((one) => one.number !== null && isNumber(one.number, number)))
    return null;
  if (!isAboutInstrument(query)) return null;
  const { known, unknown } = query.places;
  if (unknown.length > 0) return null;
  const named = all.filter(({ locality }) => locality !== null && known.includes(locality));
  const asked = named.length > 0 ? named : all;
  const found = asked.flatMap((document) => findReferences(number, query.text, document, library));
  const draft = startDraft(query, library);
  if (found.length === 0) {
    draft.add(named.length > 0 ? "reference-none-in" : "reference-none", {
      number,
      place: named.map((document) => placeOf(document, library)).join(", "),
    });
    return draft.finish("abstain", 0.9);
  }
  // In a chat without a place the document of the whole country comes first.
  const own = found.filter(({ document }) => document.locality === home);
  const mentions = own.length > 0 ? own : found;
  const wanted = facetsOf(query);
  const telling = mentions.filter((mention) => tells(mention, wanted, library));
  const shown = asksWhere(query) ? mentions : oneEach(telling.length > 0 ? telling : mentions);
  if (telling.length === 0 && wanted.length > 0)
    draft.add("reference-no-detail", { number: shown[0]?.number ?? number });
  for (const mention of shown.slice(0, telling.length > 0 || wanted.length === 0 ? SHOWN : 1)) {
    draft.add("passage-lead", { place: placeOf(mention.document, library) });
    draft.quote(mention.document, isNaming(wanted) ? mention.naming : mention.clause, mention.locator);
  }
  return draft.finish("document", 0.9);
}

function facetsOf({ facets, also, intent, text }: ResolvedQuery): DocumentFacet[] {
  const asksBody = also.includes("body") || intent === "body" || /(của|cua) ai|whose/iu.test(text);
  const asksTime = also.includes("time") || intent === "time";
  const wanted = facets.filter((facet) => facet in SAYS);
  const asked: DocumentFacet[] = [
    ...(asksBody && !wanted.includes("signatory") ? (["issuer"] as const) : []),
    ...(asksTime ? (["date"] as const) : []),
  ];
  return [...new Set([...wanted, ...asked])];
}

/** Its number, date and issuer stand in its naming; the rest in the clause around it. */
const isNaming = (wanted: readonly DocumentFacet[]): boolean =>
  wanted.length > 0 && !wanted.includes("signatory");

function tells(mention: ReferenceMention, wanted: readonly DocumentFacet[], library: Library): boolean {
  const { start, end } = isNaming(wanted) ? mention.naming : mention.clause;
  const words = library.corpus.text(mention.document.key).slice(start, end);
  return wanted.every((facet) => SAYS[facet]?.test(words) === true);
}

function oneEach(mentions: readonly ReferenceMention[]): ReferenceMention[] {
  const seen = new Set<string>();
  return mentions.filter(({ document }) => !seen.has(document.key) && seen.add(document.key));
}

const asksWhere = ({ text }: ResolvedQuery): boolean =>
  / (o dau|cho nao|muc nao|where|doan nao)( |$)/u.test(
    foldText(text.replace(/[?!.,]/gu, " ")).replace(/\s+/gu, " "),
  );

/** Nothing is asked of but the instrument itself: no subject stands beside its number and the words for texts. */
function isAboutInstrument({
  concepts,
  documentNumbers,
  intent,
  indicators,
  bodies,
  facets,
}: ResolvedQuery): boolean {
  if (!["document", "passage", "time", "body", "figure"].includes(intent)) return false;
  if (indicators.length > 0 || (bodies.length > 0 && facets.length === 0)) return false;
  const ofNumber = new Set(documentNumbers.flatMap((number) => foldText(number).split(/[^\p{L}\p{N}]+/u)));
  return concepts.every(
    ({ tokens, weight }) =>
      weight < 1 || tokens.every((token) => ofNumber.has(token) || ABOUT.has(token) || isDocumentWord(token)),
  );
}

/** Words that a question about an instrument is made of; folded. */
const ABOUT = new Set(
  "so ngay thang nam ky ban hanh nhac noi dung ten ra doi quyet dinh chi thi nghi dinh hanh dong trung uong chinh phu bo tri tinh thanh thi uy plan resolution decree decision directive programme program date issued signed number".split(
    " ",
  ),
);
