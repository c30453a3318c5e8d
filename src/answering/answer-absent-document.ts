import { foldText } from "../shared/vietnamese-text.ts";
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
  const law = absentLaw(query, library);
  if (law !== null) {
    const draft = startDraft(query, library);
    draft.add("law-not-held", { title: law });
    return draft.finish("abstain", 0.9);
  }
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

/** «Luật Đất đai», «bộ luật Lao động»: a law's name begins with a capital after its kind. */
const NAMED_LAW = /(?<!\p{L})(?:[Bb]ộ luật|[Ll]uật)\s+(\p{Lu}\p{Ll}+(?:[ ,]+\p{L}+){1,7})/u;
/** Where a name ends and the question goes on; folded. */
const AFTER_NAME =
  /^(?:quy|noi|co|thi|cam|la|xu|cho|bat|duoc|phai|khong|nam|ve|nhu|the|nao|gi|khi|ai|bao|may|so|hien|nay|moi|dinh|giao(?! thong)|yeu|phat)$/;
const LONGEST_NAME = 6;

/** The title of a law that a question names and that is not held; null where it names none, or a law held by a part of its title. */
function absentLaw({ text, places, intent }: ResolvedQuery, library: Library): string | null {
  const found = NAMED_LAW.exec(text);
  if (found === null || places.documents.length > 0 || !ASKS_TEXT.has(intent)) return null;
  const words = (found[1] ?? "").split(/\s+/u);
  const ends = words.findIndex((word, at) => at > 0 && AFTER_NAME.test(foldText(word.replace(",", ""))));
  const name = words.slice(0, Math.min(ends < 0 ? words.length : ends, LONGEST_NAME)).join(" ");
  const first = foldText(words.slice(0, 2).join(" ").replace(",", ""));
  const isHeld = library.corpus
    .list()
    .some(({ kind, title }) => kind === "law" && foldText(title ?? "").includes(first));
  return name.split(" ").length < 2 || isHeld ? null : `Luật ${name}`;
}
