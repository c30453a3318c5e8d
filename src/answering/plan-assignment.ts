import { foldedLine } from "../understanding/folded-line.ts";
import type { Demand, NamedBody } from "../understanding/query.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import { answerBodies } from "./answer-bodies.ts";
import { writeAssignments } from "./answer-assignment.ts";
import { abstain, askForPlace } from "./answer-plainly.ts";
import type { UnverifiedAnswer } from "./draft-answer.ts";
import { findAssignments, isGeneral, taskConcepts, type ScoredProvision } from "./find-assignments.ts";
import { findSentences, type ScoredSentence } from "./find-sentences.ts";
import { placeOf, type Library } from "./library.ts";
import { ENOUGH_FOR_TASK } from "./plan-comparison.ts";
import { nothing, quote, startDraft } from "./plan-draft.ts";
import { answerDuties } from "./plan-duties.ts";
import { answerFigure } from "./plan-figure.ts";
import { answerPassage } from "./plan-passage.ts";
import type { Scope } from "./resolve-scope.ts";

/** Provisions within this of the best fit as well as it does. */
const ALIKE = 0.06;
const MOST_ALIKE = 3;
/** What a provision reaches that is found by the role asked alone. */
const ROLE_ONLY = 0.95;
/** There is seldom more than one standing body: what else is asked of it need hardly be said of it. */
const ENOUGH_FOR_STANDING = 0.25;

/** «Which bodies advise on the council's task?»: a body in such a question belongs to the work. */
const WHO =
  / (ai|(co quan|don vi|ben) nao|who|which (body|bodies|agency|agencies|offices?|departments?|units?)) /;

/** What is demanded of a person or a thing, not of who does a piece of work. */
const OF_SOMETHING: ReadonlySet<Demand> = new Set<Demand>(["person", "whereabouts", "name"]);

export async function answerAssignment(
  query: ResolvedQuery,
  scope: Scope,
  library: Library,
): Promise<UnverifiedAnswer> {
  if (query.demand !== null && OF_SOMETHING.has(query.demand))
    return await answerPassage(query, scope, library);
  const bodies = answerBodies(query, scope, library);
  if (bodies !== null) return bodies;
  const asksTime = query.intent === "time" || query.also.includes("time");
  const asksWho = query.intent === "body" && query.roles.length > 0 && WHO.test(foldedLine(query.tokens));
  const duties =
    query.intent === "duties" || (query.listOf === "tasks" && !asksTime && !asksWho)
      ? answerDuties(query, scope, library)
      : null;
  if (duties !== null) return duties;
  const candidates = scope.documents.flatMap((document) => findAssignments(query, document, library));
  const continued = continuedIn(query, candidates);
  if (continued.length === 0 && taskConcepts(query).length === 0 && scope.documents.length > 1) {
    return answerRoleSurvey(query, scope, asksTime, library);
  }
  const ranked = continued.length > 0 ? continued : inAskedRole(query, candidates);
  const [best] = ranked;
  const isStanding = query.roles.includes("standing") && best !== undefined && isStandingBody(best);
  const enough = isStanding ? ENOUGH_FOR_STANDING : ENOUGH_FOR_TASK;
  const isEnough = best !== undefined && (continued.length > 0 || best.score >= enough);
  if (isEnough && (query.intent !== "duties" || continued.length > 0)) {
    const sentence = continued.length > 0 ? null : await betterSentence(query, scope, best, library);
    if (sentence !== null) return quote(query, [sentence], sentence.score, library);
    if (!scope.placed && scope.documents.length > 1) return askForPlace(query, library);
    const draft = startDraft(query, library);
    if (query.intent === "time" && best.sentence !== null && isUntimed(best)) {
      draft.add("assignment-no-time");
      draft.add("abstain-nearest");
      draft.quote(best.document, best.sentence.span, best.sentence.locator);
      return draft.finish("abstain", 0.85);
    }
    const wrongBody = query.asksConfirmation
      ? query.bodies.find((body) => !isAmong(body, best, library))
      : undefined;
    const asked = {
      roles: query.roles,
      time: asksTime,
      ...(wrongBody === undefined ? {} : { body: wrongBody }),
    };
    for (const found of continued.length > 0 ? [best] : alike(ranked))
      writeAssignments(draft, found, asked, library);
    return draft.finish("assignment", Math.min(0.95, best.score));
  }
  if (query.also.includes("figure")) return await answerFigure(query, scope, library);
  return await answerPassage(query, scope, library);
}

/** Work given to all at large, without a time-frame: «khởi công khi nào» is not told by it. */
const isUntimed = ({ assignments }: ScoredProvision): boolean =>
  isGeneral(assignments) && assignments.every(({ timeline }) => timeline === null);

const isStandingBody = ({ assignments }: ScoredProvision): boolean =>
  assignments.some(({ role }) => role === "standing");

/** Best first; whoever asks for the standing body wants one that is called so, where there is one. */
function inAskedRole({ roles }: ResolvedQuery, candidates: readonly ScoredProvision[]): ScoredProvision[] {
  const standing = candidates.filter(isStandingBody);
  const meant = roles.includes("standing") && standing.length > 0 ? standing : candidates;
  return [...meant].sort((a, b) => b.score - a.score);
}

/** The work that the last answer was about: the very row or paragraph, else what stands in the same section. */
function continuedIn(query: ResolvedQuery, candidates: readonly ScoredProvision[]): ScoredProvision[] {
  const inSection = query.goesOnAbout.flatMap(({ document, path }) =>
    candidates.filter((found) => found.document.key === document && found.path === path),
  );
  const eIds = new Set(query.goesOnAbout.map(({ document, eId }) => `${document} ${eId}`));
  const exact = inSection.filter(
    ({ document, task, section }) =>
      task !== null && section.some(({ eId }) => eIds.has(`${document.key} ${eId}`)),
  );
  if (exact.length > 0) return exact;
  // A table of tasks goes on only about those that the words still point to.
  return inSection.every(({ task }) => task === null)
    ? inSection
    : inSection.filter(({ score }) => score >= ENOUGH_FOR_TASK).sort((a, b) => b.score - a.score);
}

/** The best, and those that fit as well: whoever asks for «tuyên truyền» may mean any of the sections that speak of it. */
function alike(ranked: readonly ScoredProvision[]): ScoredProvision[] {
  const [best] = ranked;
  if (best === undefined || (best.sentence === null && best.score > ROLE_ONLY)) return ranked.slice(0, 1);
  return ranked
    .filter(
      (found) =>
        found === best ||
        (found.document === best.document &&
          found.score >= best.score - ALIKE &&
          !isGeneral(found.assignments)),
    )
    .slice(0, MOST_ALIKE);
}

/** Which documents name a body of the role asked (with its time-frame, where that is asked too). */
function answerRoleSurvey(
  query: ResolvedQuery,
  scope: Scope,
  asksTime: boolean,
  library: Library,
): UnverifiedAnswer {
  const draft = startDraft(query, library);
  let found = 0;
  for (const document of scope.documents) {
    const rows = library.facts
      .assignments({ documents: [document.key] })
      .filter(
        ({ role, timeline }) =>
          (query.roles.length === 0 || query.roles.includes(role)) && (!asksTime || timeline !== null),
      );
    const [path] = rows.map((row) => row.path);
    if (path === undefined) draft.add("compare-missing", { place: placeOf(document, library) });
    else {
      found++;
      writeAssignments(
        draft,
        {
          document,
          path,
          assignments: rows.filter((row) => row.path === path),
          task: null,
          section: [],
          sentence: null,
        },
        { roles: query.roles, time: asksTime },
        library,
      );
    }
  }
  return found > 0 ? draft.finish("comparison", 0.8) : abstain(query, nothing(scope), library);
}

function isAmong(body: NamedBody, found: ScoredProvision, library: Library): boolean {
  const words = library.fold(body.name);
  return found.assignments.some((assignment) => {
    const held = new Set(library.fold(assignment.body));
    return words.every((word) => held.has(word));
  });
}

/** A question for a time or for duties may be settled by one sentence of the text better than by the list of bodies. */
async function betterSentence(
  query: ResolvedQuery,
  scope: Scope,
  found: ScoredProvision,
  library: Library,
): Promise<ScoredSentence | null> {
  const concepts = taskConcepts(query);
  if (concepts.length === 0 || query.intent === "body") return null;
  const [best] = await findSentences(concepts, query, scope.documents, library);
  if (best === undefined || best.score <= found.score + 0.1) return null;
  return /\b20\d\d\b|thường xuyên|hằng năm|hàng năm|định kỳ|quý|tháng/u.test(best.text) ? best : null;
}
