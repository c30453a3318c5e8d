import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import { answerAbsentDocument } from "./answer-absent-document.ts";
import { answerPerson } from "./answer-person.ts";
import { refuseOrders } from "./answer-plainly.ts";
import { answerReference } from "./answer-reference.ts";
import { answerFromScope } from "./answer-from-scope.ts";
import type { UnverifiedAnswer } from "./draft-answer.ts";
import type { Library } from "./library.ts";
import { resolveScope } from "./resolve-scope.ts";
import { widenScope } from "./widen-scope.ts";

/** Chooses the documents that a question is about, and has it answered from them; from the whole country's where they are silent. */
export async function planAnswer(
  query: ResolvedQuery,
  home: string | null,
  library: Library,
): Promise<UnverifiedAnswer> {
  if (query.text === "" || (query.hadOrders && query.concepts.length === 0))
    return refuseOrders(query, library);
  const cited =
    answerReference(query, home, library) ??
    answerPerson(query, library) ??
    answerAbsentDocument(query, library);
  if (cited !== null) return cited;
  const scope = resolveScope(query, home, library);
  const answer = await answerFromScope(query, scope, home, library);
  return await widenScope(query, scope, answer, library);
}
