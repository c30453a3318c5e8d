import type { CorpusDocument } from "../corpus/document.ts";
import type { NamedBody } from "../understanding/query.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import { writeDuties } from "./answer-assignment.ts";
import type { UnverifiedAnswer } from "./draft-answer.ts";
import { assignmentsOf } from "./find-assignments.ts";
import { placeOf, type Library } from "./library.ts";
import { startDraft } from "./plan-draft.ts";
import type { Scope } from "./resolve-scope.ts";

/** What a body that the question names has been given to do. */
export function answerDuties(query: ResolvedQuery, scope: Scope, library: Library): UnverifiedAnswer | null {
  const draft = startDraft(query, library);
  let found = false;
  for (const document of scope.documents) {
    for (const body of query.bodies) {
      const rows = assignmentsOf(body, query, document, library);
      if (rows.length > 0) writeDuties(draft, body, document, rows, library);
      found ||= rows.length > 0;
    }
  }
  if (found) return draft.finish("assignment", 0.9);
  const [body] = query.bodies;
  const isAbsent =
    body !== undefined && !scope.documents.some((document) => namesBody(body, document, library));
  if (body === undefined || !isAbsent || query.intent !== "duties") return null;
  for (const document of scope.documents)
    draft.add("abstain-body", { place: placeOf(document, library), body: body.name });
  return draft.finish("abstain", 0.85);
}

/** Whether a document's text names a body at all, in any wording of it. */
function namesBody(body: NamedBody, document: CorpusDocument, library: Library): boolean {
  return library.bodiesIn(library.corpus.text(document.key)).some(({ id }) => id === body.id);
}
