import type { Locality } from "../corpus/locality.ts";
import type { IndicatorGroup } from "../facts/match-indicator.ts";
import type { CorpusDocument } from "../corpus/document.ts";
import type { Demand, Query } from "../understanding/query.ts";
import { LONGEST_MESSAGE, type MessageProblem } from "../understanding/read-message.ts";
import { lowerFirst } from "./answer-comparison.ts";
import { draftAnswer, type Draft, type UnverifiedAnswer } from "./draft-answer.ts";
import type { ScoredSentence } from "./find-sentences.ts";
import { currentDocuments, placeOf, placesOf, type Library } from "./library.ts";

/** The answers that do not answer: each says why, and what could be asked instead. */

export function answerProblem(
  problem: MessageProblem,
  language: Query["language"],
  library: Library,
): UnverifiedAnswer {
  const draft = draftAnswer(library, { language });
  if (problem === "too-long") draft.add("clarify-too-long", { limit: LONGEST_MESSAGE });
  else draft.add(problem === "empty" ? "clarify-empty" : "clarify-no-words");
  return draft.finish("clarify", 1);
}

export function answerSocially(query: Query, library: Library): UnverifiedAnswer {
  const draft = draftAnswer(library, query);
  if (query.intent === "sources") {
    const all = currentDocuments(library);
    const { known, unknown } = query.places;
    const ofPlaces = all.filter(({ locality }) => locality !== null && known.includes(locality));
    if (unknown.length > 0 && ofPlaces.length === 0) return abstainForPlaces(query, unknown, library);
    const documents = ofPlaces.length > 0 ? ofPlaces : all;
    draft.add("sources", { count: documents.length });
    for (const document of documents) {
      const { number, title, key } = document;
      const place = placeOf(document, library);
      // A document of the whole country goes by its number already.
      const named = document.locality === null || number === null ? place : `${place}, ${number}`;
      draft.add("sources-item", { place: named, title: title ?? key });
    }
    return draft.finish("help", 1);
  }
  if (query.intent === "abuse" || query.intent === "opinion" || query.intent === "elsewhere") {
    draft.add(`refusal-${query.intent}`);
    return draft.finish("refusal", 1);
  }
  draft.add(
    query.intent === "greeting"
      ? "smalltalk-greeting"
      : query.intent === "thanks"
        ? "smalltalk-thanks"
        : "help",
  );
  return draft.finish(query.intent === "help" ? "help" : "smalltalk", 1);
}

export function refuseOrders(query: Query, library: Library): UnverifiedAnswer {
  const draft = draftAnswer(library, query);
  draft.add("refusal-orders");
  return draft.finish("refusal", 1);
}

export function askForPlace(query: Query, library: Library): UnverifiedAnswer {
  const draft = draftAnswer(library, query);
  const places = localPlaces(library);
  draft.add("clarify-place", { places: places.join("; ") });
  return draft.finish("clarify", 0.9);
}

/** A place without documents: says so, names the place above it where that one has some, and never borrows a figure. */
export function abstainForPlaces(
  query: Query,
  unknown: readonly Locality[],
  library: Library,
): UnverifiedAnswer {
  const draft = draftAnswer(library, query);
  for (const place of unknown) {
    const parent = library.localities.byKey(place.parent ?? "");
    const governed = parent === undefined ? [] : library.corpus.byLocality(parent.key);
    if (parent !== undefined && governed.length > 0) {
      draft.add("abstain-place-parent", { place: place.name, parent: parent.name });
      draft.suggest(draft.say("suggest-list", { place: parent.name }));
    }
    draft.add("abstain-place", { place: place.name, places: localPlaces(library).join("; ") });
    if (place.became !== null) draft.warn("locality-merged", place.became[draft.language]);
  }
  return draft.finish("abstain", 0.95);
}

export interface Absence {
  readonly documents: readonly CorpusDocument[];
  readonly missing: readonly IndicatorGroup[];
  readonly years: readonly number[];
  readonly demand: Demand | null;
  readonly nearest: readonly ScoredSentence[];
}

/** The documents do not say: names what is missing, where it was looked for, and offers the nearest words as such. */
export function abstain(query: Query, absence: Absence, library: Library): UnverifiedAnswer {
  const draft = draftAnswer(library, query);
  const { documents, missing, years, demand, nearest } = absence;
  const place = placesOf(documents, library);
  const indicator = library.indicators.byId(missing[0]?.ids[0] ?? "");
  const name = indicator === undefined ? null : lowerFirst(indicator.name[draft.language]);
  if (demand === "meaning") {
    for (const { short, long } of abbreviationsIn(query, library))
      draft.add("meaning-short", { short, long });
  }
  if (documents.length === 0) draft.add("abstain-nothing-anywhere");
  else if (demand !== null) draft.add(`abstain-${demand}`, { place });
  else if (years.length > 0 && name !== null)
    draft.add("abstain-year", { place, name, year: years.join(", ") });
  else if (name !== null) draft.add("abstain-indicator", { place, name });
  else if (query.intent === "body" && nearest.length > 0) draft.add("abstain-no-body", { place });
  else draft.add("abstain-nothing", { place });
  offerNearest(draft, nearest);
  return draft.finish("abstain", 0.85);
}

/** The office's abbreviations that a question holds, each with what alone it can stand for. */
function abbreviationsIn({ text }: Query, library: Library): { short: string; long: string }[] {
  const words = text.split(/[^\p{L}\p{N}]+/u);
  const held = new Set([...words, ...words.map((word) => word.toLowerCase())]);
  return library.lexicons.abbreviations.flatMap(({ short, long, register, caseSensitive }) => {
    const [only] = long;
    const spelt = caseSensitive ? short : short.toLowerCase();
    const isHeld = register === "office" && long.length === 1 && held.has(spelt);
    return isHeld && only !== undefined ? [{ short, long: only }] : [];
  });
}

function offerNearest(draft: Draft, nearest: readonly ScoredSentence[]): void {
  const [first] = nearest;
  if (first === undefined) return;
  draft.add("abstain-nearest");
  draft.quote(first.document, first.span, first.locator);
}

function localPlaces(library: Library): string[] {
  const local = currentDocuments(library).flatMap(({ locality }) => locality ?? []);
  return [...new Set(local)].map((key) => library.localities.byKey(key)?.name ?? key);
}
