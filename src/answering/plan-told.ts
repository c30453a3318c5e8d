import { isDocumentWord } from "../understanding/question-words.ts";
import type { Concept, DocumentFacet } from "../understanding/query.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import type { UnverifiedAnswer } from "./draft-answer.ts";
import { findSentences } from "./find-sentences.ts";
import type { Library } from "./library.ts";
import { quote } from "./plan-draft.ts";
import type { Scope } from "./resolve-scope.ts";

/** What a sentence shows that tells the date, the number or the signatory of something that a text speaks of. */
const TOLD: Partial<Readonly<Record<DocumentFacet, RegExp>>> = {
  date: /\d{1,2}\/\d{1,2}\/\d{4}|ngày \d{1,2}(?: tháng|\/)/u,
  number: /\d+(?:\/\d{4})?[-/]\p{Lu}/u,
  signatory: / ký(?![\p{L}])/u,
};

/** Words of asking for such a thing; folded. */
const FACET_WORDS = new Set("ngay thang nam ky so hieu ban hanh ra doi ten ai may gui".split(" "));

const WHOLLY = 0.95;

/**
 * «Thủ tướng giới thiệu nghị quyết ngày nào?»: a date, number or signatory that is not the document's own but that its
 * text tells of something else. Null where the question is about the document itself.
 */
export async function answerTold(
  query: ResolvedQuery,
  scope: Scope,
  library: Library,
): Promise<UnverifiedAnswer | null> {
  const shown = query.facets.map((facet) => TOLD[facet]);
  const subject = query.concepts.filter(isSubject);
  if (subject.length === 0 || shown.length === 0 || shown.some((pattern) => pattern === undefined))
    return null;
  const sentences = await findSentences(subject, query, scope.documents, library);
  const told = sentences.find(
    ({ shares, text, locator }) =>
      shares.every((share) => share >= WHOLLY) &&
      shown.every((pattern) => pattern?.test(text) === true) &&
      !/^(?:Nơi nhận|Phần ký|Phần đầu)/u.test(locator),
  );
  return told === undefined ? null : quote(query, [told], 0.85, library);
}

const isSubject = ({ weight, tokens }: Concept): boolean =>
  weight === 1 && !tokens.every((token) => isDocumentWord(token) || FACET_WORDS.has(token));
