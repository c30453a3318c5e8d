import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import { answerBodies } from "./answer-bodies.ts";
import { writeDocument } from "./answer-document.ts";
import { listTargets, writeTargetList, writeTaskGroups } from "./answer-list.ts";
import { abstain, askForPlace } from "./answer-plainly.ts";
import type { UnverifiedAnswer } from "./draft-answer.ts";
import { placeOf, type Library } from "./library.ts";
import { findAssignments, taskConcepts } from "./find-assignments.ts";
import { isNumber } from "./mentions-number.ts";
import { answerAssignment } from "./plan-assignment.ts";
import { nothing, startDraft } from "./plan-draft.ts";
import { answerDuties } from "./plan-duties.ts";
import { answerPassage } from "./plan-passage.ts";
import type { Scope } from "./resolve-scope.ts";

export async function answerDocument(
  query: ResolvedQuery,
  scope: Scope,
  library: Library,
): Promise<UnverifiedAnswer> {
  if (!scope.placed && scope.documents.length > 1) return askForPlace(query, library);
  const [document] = scope.documents;
  if (document === undefined) return abstain(query, nothing(scope), library);
  const draft = startDraft(query, library);
  if (query.facets.includes("place-name") && document.locality !== null) {
    draft.add("document-place-name-none");
    return await Promise.resolve(draft.finish("abstain", 0.9));
  }
  const task = answersTask(query, scope, library)
    ? await answerAssignment({ ...query, intent: "time" }, scope, library)
    : null;
  if (task?.kind === "assignment") return task;
  const numbered = scope.documents.filter(
    ({ number }) => number !== null && query.documentNumbers.some((wanted) => isNumber(number, wanted)),
  );
  for (const each of numbered.length > 0 ? numbered : scope.documents)
    writeDocument(draft, query, each, library);
  return draft.finish(draft.citationCount > 0 ? "document" : "abstain", 0.95);
}

/** Share of a question that a row of a table has to hold for «ban hành khi nào?» to be asked of it. */
const OF_TASK = 0.8;

/** «Khung chương trình … ban hành khi nào, ai chủ trì?» asks about a piece of work in the text, not about the text. */
function answersTask(query: ResolvedQuery, scope: Scope, library: Library): boolean {
  const ofText = query.facets.some((facet) => facet !== "date" && facet !== "issuer");
  if (ofText || query.documentNumbers.length > 0 || taskConcepts(query).length < 2) return false;
  return scope.documents.some((document) =>
    findAssignments(query, document, library).some(({ task, score }) => task !== null && score >= OF_TASK),
  );
}

export async function answerList(
  query: ResolvedQuery,
  scope: Scope,
  library: Library,
): Promise<UnverifiedAnswer> {
  if (!scope.placed && scope.documents.length > 1) return askForPlace(query, library);
  const bodies = answerBodies(query, scope, library);
  if (bodies !== null) return bodies;
  const draft = startDraft(query, library);
  const indicators = query.indicators.flatMap((group) => group.ids);
  const filter = {
    topics: query.topics,
    indicators,
    words: query.concepts
      .filter(({ weight, tokens }) => weight === 1 && tokens.length > 1)
      .map(({ tokens }) => tokens.join(" ")),
    values: query.premises,
    years: query.years,
  };
  const wantsTasks = query.listOf === "tasks";
  if (wantsTasks) {
    const duties = answerDuties(query, scope, library);
    if (duties !== null) return duties;
  }
  let found = false;
  for (const document of scope.documents) {
    if (wantsTasks && query.topics.length === 0) found = writeTaskGroups(draft, document, library) || found;
    else if (!wantsTasks) {
      const targets = listTargets(document, filter, library);
      const [year] = query.years;
      if (year !== undefined && !targets.some(({ deadline }) => deadline === year))
        draft.add("list-no-year", { place: placeOf(document, library), year: String(year) });
      if (targets.length > 0) writeTargetList(draft, query, document, targets, library);
      found = found || targets.length > 0;
    }
  }
  return found ? draft.finish("list", 0.9) : await answerPassage(query, scope, library);
}
