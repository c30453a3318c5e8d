import { foldedLine } from "../understanding/folded-line.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import { answerForPlace } from "./answer-for-place.ts";
import { abstain, abstainForPlaces, answerSocially, askForPlace } from "./answer-plainly.ts";
import type { UnverifiedAnswer } from "./draft-answer.ts";
import { answerRule } from "./answer-rule.ts";
import type { Library } from "./library.ts";
import { answerAssignment } from "./plan-assignment.ts";
import { answerComparison, answerCrossCheck } from "./plan-comparison.ts";
import { answerDeadline } from "./plan-deadline.ts";
import { nothing } from "./plan-draft.ts";
import { answerFigure } from "./plan-figure.ts";
import { answerDocument, answerList } from "./plan-list.ts";
import { answerDetail, answerPassage } from "./plan-passage.ts";
import { answerProvision } from "./plan-provision.ts";
import { answerTold } from "./plan-told.ts";
import { answerWithin } from "./plan-within.ts";
import { resolveScope, type Scope } from "./resolve-scope.ts";

/** Has a question answered from the documents of a scope alone. The kinds are closed: each intent ends in exactly one of them. */
export async function answerFromScope(
  query: ResolvedQuery,
  scope: Scope,
  home: string | null,
  library: Library,
): Promise<UnverifiedAnswer> {
  const provision = scope.documents.length === 0 ? null : answerProvision(query, scope, library);
  if (provision !== null) return provision;
  const rule = await answerRule(query, scope, library);
  if (rule !== null) return rule;
  switch (query.intent) {
    case "greeting":
    case "thanks":
    case "help":
    case "abuse":
    case "sources":
    case "opinion":
    case "elsewhere":
      return answerSocially(query, library);
    case "comparison":
      if (comparesNothing(query)) {
        const passage = { ...query, intent: "passage" } as const;
        return await answerFromScope(passage, resolveScope(passage, home, library), home, library);
      }
      return answerWithin(query, home, library) ?? (await answerComparison(query, scope, library));
    case "cross-check":
      return (await ready(query, scope, library)) ?? (await answerCrossCheck(query, scope, library));
    case "detail":
      return (
        answerDetail(query, library) ??
        (await ready(query, scope, library)) ??
        (await answerPassage(query, scope, library))
      );
    case "document":
      return (
        (await ready(query, scope, library)) ??
        (await answerTold(query, scope, library)) ??
        (await answerDocument(query, scope, library))
      );
    case "list":
      return (await ready(query, scope, library)) ?? (await answerList(query, scope, library));
    case "body":
    case "time":
    case "duties":
      return (
        (await ready(query, scope, library)) ??
        (await answerDeadline(query, scope, library)) ??
        (await answerAssignment(query, scope, library))
      );
    case "figure":
      return (
        (await ready(query, scope, library)) ??
        (asksTopic(query)
          ? await answerList(query, scope, library)
          : await answerFigure(query, scope, library))
      );
    case "entitlement":
    case "passage":
      return (await ready(query, scope, library)) ?? (await answerPassage(query, scope, library));
  }
}

/** «Chỉ tiêu giáo dục»: a field, no indicator, and no number asked. */
function asksTopic({ topics, indicators, tokens }: ResolvedQuery): boolean {
  const line = foldedLine(tokens);
  return (
    topics.length > 0 &&
    indicators.length === 0 &&
    / (chi|muc) tieu | targets /.test(line) &&
    !/ (bao nhieu|may|bn) /.test(line)
  );
}

/** «Con trai nhiều hơn con gái thì sao?»: words of comparing, but one place and no figure to compare. */
function comparesNothing({ places, indicators, leaning }: ResolvedQuery): boolean {
  const { known, unknown, everywhere, nation, documents } = places;
  return (
    !leaning &&
    indicators.length === 0 &&
    known.length === 1 &&
    unknown.length + documents.length === 0 &&
    !everywhere &&
    !nation
  );
}

/**
 * What stands in the way of looking anything up: a place without documents, or none where several are possible. What
 * a wider document says of such a place by its name is still an answer.
 */
async function ready(query: ResolvedQuery, scope: Scope, library: Library): Promise<UnverifiedAnswer | null> {
  if (query.places.here && !scope.placed) return askForPlace(query, library);
  if (scope.documents.length > 0) return null;
  if (scope.unknown.length === 0) return abstain(query, nothing(scope), library);
  return (
    (await answerForPlace(query, scope.unknown, library)) ?? abstainForPlaces(query, scope.unknown, library)
  );
}
