import { foldedTokens } from "../facts/match-indicator.ts";
import { foldedLine } from "../understanding/folded-line.ts";
import type { Concept } from "../understanding/query.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import { answersNumber, asksCount, isPerOther } from "./answers-number.ts";
import type { FigureEvidence } from "./find-figures.ts";
import type { ScoredSentence } from "./find-sentences.ts";
import type { Library } from "./library.ts";
import { meetsDemand } from "./meets-demand.ts";
import { conceptWeight, holdsAll, scoreContent, weighShares } from "./score-content.ts";

/** Whether a sentence gives what is asked: a number of its kind, what a demand is for, or that it holds for all. */
export function saysHowMuch(query: ResolvedQuery, sentence: ScoredSentence, isNamed: boolean): boolean {
  if (query.demand !== null && query.demand !== "actual") return meetsDemand(query, sentence);
  const { text } = sentence;
  const line = foldedLine(query.tokens);
  if (isPerOther(line, text)) return false;
  // «100%» of something else would stand in for the share that is asked.
  const isUniversal =
    /tất cả|mọi |toàn bộ/u.test(text) || (text.includes("100%") && !isNamed && !asksCount(line));
  const asksWhen = query.intent === "time" || query.also.includes("time");
  const states = asksWhen ? /\d/u.test(text) : answersNumber(query.text, text);
  return isUniversal || (!isNamed && query.demand === null && states);
}

/** Least share of a piece of content that stands in a sentence in its own words. */
const WHOLLY = 0.95;

/** Share of a question's content that may be missing from a sentence that holds all the rest. */
const SLIGHT = 0.12;
const NEARLY_WHOLE = 0.85;

/** What a question has to say beside the name of an indicator not to be about it. */
const BESIDE_NAME = 0.6;

/** Share of that which a figure's own clause has to hold. */
const TOLD = 0.3;

/** Whether a sentence holds something of each thing that the message asks itself; a slight word of it may be another one's way of speaking. */
export function holdsAllAsked(
  { concepts }: ResolvedQuery,
  { shares }: ScoredSentence,
  isNamed: boolean,
  library: Library,
): boolean {
  const strong = concepts.map((concept, at) => ({ concept, share: shares[at] ?? 0 }));
  const asked = strong.filter(({ concept }) => concept.weight === 1);
  const main = asked.filter(({ concept }) => concept.alone !== true);
  const needed = main.length > 0 && !isNamed ? main : asked;
  const missing = needed.filter(({ share }) => !holdsAll([share]));
  if (missing.length === 0) return true;
  const held = weighShares(
    needed.map(({ concept }) => concept),
    needed.map(({ share }) => share),
    library.vocabulary,
  );
  const weigh = (pieces: typeof needed): number =>
    sumOf(
      pieces.map(({ concept }) => concept),
      library,
    );
  return held >= NEARLY_WHOLE && weigh(missing) <= SLIGHT * weigh(needed);
}

/** What a question asks beside the indicator that some of its words are the name of; nothing where it is mostly that name. */
export function askedBesideName({ concepts, indicators }: ResolvedQuery, library: Library): Concept[] {
  const names = indicators.flatMap(({ ids }) => {
    const indicator = library.indicators.byId(ids[0] ?? "");
    return indicator === undefined
      ? []
      : [indicator.name.vi, ...indicator.synonyms.vi, ...indicator.abbreviations];
  });
  const inside = new Set(foldedTokens(names.join(" ")));
  const strong = concepts.filter(({ weight }) => weight === 1);
  const beside = strong.filter(({ tokens }) => !tokens.every((token) => inside.has(token)));
  return sumOf(beside, library) >= BESIDE_NAME * sumOf(strong, library) ? beside : [];
}

const sumOf = (pieces: readonly Concept[], { vocabulary }: Library): number =>
  pieces.reduce((sum, concept) => sum + conceptWeight(concept, vocabulary), 0);

/**
 * Whether a sentence says all of a question that is mostly about something else than the indicator some of its words are
 * the name of: «kinh tế số chiếm bao nhiêu % GDP?» is not about growth.
 */
export function isInTheseWords(query: ResolvedQuery, { shares }: ScoredSentence, library: Library): boolean {
  return (
    askedBesideName(query, library).length > 0 &&
    query.concepts.every(({ weight }, at) => weight < 1 || (shares[at] ?? 0) >= WHOLLY)
  );
}

/** Whether the figures found say something of what is asked beside their indicator's name. */
export function tellsOf(
  beside: readonly Concept[],
  found: readonly FigureEvidence[],
  library: Library,
): boolean {
  return found.some(({ document, rows }) =>
    rows.some(({ target }) => {
      const clause = library.corpus.text(document.key).slice(target.span.start, target.span.end);
      const words = library.prepare(`${clause} ${target.name} ${target.scope ?? ""}`);
      return scoreContent(beside, words, null, library.vocabulary) >= TOLD;
    }),
  );
}
