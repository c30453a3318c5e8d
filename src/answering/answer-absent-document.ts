import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import type { UnverifiedAnswer } from "./draft-answer.ts";
import { currentDocuments, type Library } from "./library.ts";
import { mentionsNumber } from "./mentions-number.ts";
import { startDraft } from "./plan-draft.ts";

/** Intents whose answer would be another document's. What is asked of a place's own text may give its number wrong. */
const ASKS_TEXT = new Set(["figure", "list", "body", "time", "duties", "entitlement", "passage"]);

/** «12-NQ/TU», «176/2025/NĐ-CP», or the digits after «kế hoạch»: no «24/vạn dân». */
const IS_NUMBER = /^\d+$|[-/]\s?\p{Lu}/u;

/**
 * A question of a document that is not held, and that no document held speaks of: said so, never answered from
 * another. Null where the question names none such.
 */
export function answerAbsentDocument(query: ResolvedQuery, library: Library): UnverifiedAnswer | null {
  const [number] = query.documentNumbers.filter((one) => IS_NUMBER.test(one));
  if (number === undefined || query.places.documents.length > 0 || !ASKS_TEXT.has(query.intent)) return null;
  const isCited = currentDocuments(library).some((document) =>
    mentionsNumber(library.corpus.text(document.key), number),
  );
  if (isCited) return null;
  const draft = startDraft(query, library);
  draft.add("document-not-held", { number });
  return draft.finish("abstain", 0.9);
}
