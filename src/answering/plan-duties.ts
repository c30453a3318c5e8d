import type { CorpusDocument } from "../corpus/document.ts";
import type { NamedBody } from "../understanding/query.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import { writeDuties } from "./answer-assignment.ts";
import type { UnverifiedAnswer } from "./draft-answer.ts";
import { fitsRole } from "./find-assignments.ts";
import { groupTasks, type TaskGroup } from "./group-tasks.ts";
import { placeOf, placesOf, type Library } from "./library.ts";
import { bodiesAsked, mentionsOf, namesBody, unknownBody } from "./match-body.ts";
import { startDraft } from "./plan-draft.ts";
import { quoteProvision } from "./quote-provision.ts";
import type { Scope } from "./resolve-scope.ts";

/** What a body that the question names has been given to do. */
export function answerDuties(query: ResolvedQuery, scope: Scope, library: Library): UnverifiedAnswer | null {
  const draft = startDraft(query, library);
  const bodies = bodiesAsked(query, scope.documents, library);
  let found = false;
  for (const document of scope.documents) {
    for (const body of bodies) {
      const work = workOf(body, query, document, library);
      if (work.length > 0) writeDuties(draft, body, document, work, library);
      found = work.length > 0 || found;
    }
  }
  if (found) return draft.finish("assignment", 0.9);
  const body = bodies[0] ?? (query.intent === "duties" ? unknownBody(query) : null);
  if (body === null) return null;
  const section = ownSections(query, body, scope, library);
  if (section !== null || query.intent !== "duties") return section;
  return tellMentions(query, body, scope, library);
}

/** The work given to a body, piece by piece, each with that body's own part in it. */
function workOf(
  body: NamedBody,
  query: ResolvedQuery,
  document: CorpusDocument,
  library: Library,
): TaskGroup[] {
  const all = library.facts.assignments({ documents: [document.key] });
  const own = new Set(all.filter((each) => namesBody(body, query, each.body, document, library)));
  // «Sở Y tế chủ trì việc gì?» asks for what it leads, where it leads anything.
  const fitting = [...own].filter(({ role }) => fitsRole(role, query.roles));
  const meant = query.roles.length > 0 && fitting.length > 0 ? new Set(fitting) : own;
  return groupTasks(all, document, library).flatMap((group) => {
    const assignments = group.assignments.filter((assignment) => meant.has(assignment));
    return assignments.length === 0 ? [] : [{ ...group, assignments }];
  });
}

/** No work is given to the body: the sentences in which it acts all the same, else that there is none. */
function tellMentions(
  query: ResolvedQuery,
  body: NamedBody,
  scope: Scope,
  library: Library,
): UnverifiedAnswer {
  const mentions = scope.documents.flatMap((document) => mentionsOf(body, document, library));
  const acting = mentions.filter(({ isSubject }) => isSubject);
  const draft = startDraft(query, library);
  if (acting.length === 0)
    draft.add("abstain-body", { place: placesOf(scope.documents, library), body: body.name });
  const shown = acting.length > 0 ? acting.slice(0, MOST_ACTING) : mentions.slice(0, 1);
  for (const document of new Set(shown.map((mention) => mention.document))) {
    draft.add(acting.length > 0 ? "passage-lead" : "abstain-nearest", { place: placeOf(document, library) });
    for (const { span, locator } of shown.filter((mention) => mention.document === document))
      draft.quote(document, span, locator);
  }
  return draft.finish(acting.length > 0 ? "passage" : "abstain", 0.85);
}

const MOST_ACTING = 4;

/** The sections headed with the body's name, whose work was not read as such: in their own words. */
function ownSections(
  query: ResolvedQuery,
  body: NamedBody,
  scope: Scope,
  library: Library,
): UnverifiedAnswer | null {
  const draft = startDraft(query, library);
  for (const document of scope.documents) {
    const own = library.corpus
      .provisions(document.key)
      .find(
        ({ heading, type }) =>
          heading !== null &&
          type !== "row" &&
          heading.length < LONGEST_NAME &&
          namesBody(
            body,
            query,
            heading.replace(/^(?:Đề nghị|Trách nhiệm của|Giao)\s+/u, ""),
            document,
            library,
          ),
      );
    if (own === undefined) continue;
    draft.add("passage-lead", { place: placeOf(document, library) });
    quoteProvision(draft, document, own, library);
  }
  return draft.citationCount > 0 ? draft.finish("passage", 0.85) : null;
}

/** A longer heading (UTF-16 units) is a sentence, no name. */
const LONGEST_NAME = 90;
