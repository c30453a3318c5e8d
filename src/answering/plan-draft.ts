import { foldedTokens, type IndicatorGroup } from "../facts/match-indicator.ts";
import type { Concept } from "../understanding/query.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import { addLocalityChange } from "./add-validity.ts";
import { lowerFirst } from "./answer-comparison.ts";
import { writeEntitlementNotes, writeSentences } from "./answer-passage.ts";
import type { Absence } from "./answer-plainly.ts";
import { draftAnswer, type UnverifiedAnswer } from "./draft-answer.ts";
import type { ScoredSentence } from "./find-sentences.ts";
import { placeOf, type Library } from "./library.ts";
import type { Scope } from "./resolve-scope.ts";

/** Least share of a question's content that a sentence has to hold to answer it. */
export const ENOUGH = 0.5;

/** What is worth showing as the nearest words. */
export const NEAR = 0.34;

/** A clause's own words as content, each by itself. */
export function contentOfText(text: string): Concept[] {
  return [...new Set(foldedTokens(text))]
    .filter((word) => !/^\d/u.test(word))
    .map((word) => ({ tokens: [word], typed: null, alternatives: [[word]], weight: 1 }));
}

export const nothing = (scope: Scope): Absence => ({
  documents: scope.documents,
  missing: [],
  years: [],
  demand: null,
  nearest: [],
});

export function quote(
  query: ResolvedQuery,
  chosen: readonly ScoredSentence[],
  coverage: number,
  library: Library,
  missing: readonly IndicatorGroup[] = [],
): UnverifiedAnswer {
  const draft = startDraft(query, library);
  const indicator = library.indicators.byId(missing[0]?.ids[0] ?? "");
  const [first] = chosen;
  if (indicator !== undefined && first !== undefined) {
    const name = lowerFirst(indicator.name[draft.language]);
    draft.add("abstain-indicator", { place: placeOf(first.document, library), name });
  }
  writeSentences(draft, chosen, library);
  if (query.intent === "entitlement" || query.also.includes("entitlement")) {
    writeEntitlementNotes(draft, query, chosen);
    for (const document of new Set(chosen.map((sentence) => sentence.document)))
      addLocalityChange(draft, document, library);
  }
  return draft.finish("passage", Math.min(0.95, coverage));
}

export function startDraft(query: ResolvedQuery, library: Library): ReturnType<typeof draftAnswer> {
  const draft = draftAnswer(library, query);
  if (query.hadOrders) draft.add("refusal-orders-note");
  return draft;
}
