import { memoise } from "../shared/memoise.ts";
import { foldedSyllablesOf, toNfc } from "../shared/vietnamese-text.ts";
import { fitsIndicator } from "./fits-indicator.ts";
import type { Indicator } from "./indicator.ts";
import { createPhraseMatcher, isLightWord, type LexiconPhrase, type PhraseMatch } from "./match-phrases.ts";

/** A figure's clause, as the extractor read it. */
export interface IndicatorClause {
  readonly name: string;
  readonly unit: string | null;
  readonly scope: string | null;
  readonly headings: readonly string[];
}

/** Indicators found in running text: those of one group share the same words of it. */
export interface IndicatorGroup {
  readonly ids: readonly string[];
  /** Token indexes, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly weight: number;
  readonly coverage: number;
}

export interface IndicatorMatcher {
  /** The indicator that a figure's clause names; null where none fits well enough: a wrong name does harm. */
  nameClause(clause: IndicatorClause): string | null;
  /** The indicators that a question (folded syllables) asks for, the surest first; groups do not overlap. */
  find(tokens: readonly string[]): IndicatorGroup[];
  byId(id: string): Indicator | undefined;
  /** Other indicators that go by one of the same general wordings («nước sạch»): near, but not the same. */
  kinOf(id: string): readonly string[];
}

/** A question may leave out a fifth of a wording; a document's clause has to hold all of it. */
const QUESTION_COVERAGE = 0.78;
const CLAUSE_COVERAGE = 0.97;
/** Share of a clause's words that its indicator's own wordings have to explain. */
const EXPLAINED_SHARE = 0.6;

/** A long clause says what it measures at its beginning. */
const OPENING_WORDS = 14;
const STARTS_WITH_DIGIT = /^\d/;
/** Words that any clause may hold: places, levels, and what binds words together. Folded. */
const GENERAL = new Set(
  "tren dia ban thi xa thanh pho phuong tinh huyen toan cac va cua cho o tai duoc co la theo voi trong mot so nguoi dan".split(
    " ",
  ),
);

export const foldedTokens = (text: string): string[] => foldedSyllablesOf(toNfc(text));

/** The telling words of a clause's opening: places and light words aside. */
function openingWords(tokens: readonly string[]): string[] {
  const telling = tokens.filter(
    (token) => !GENERAL.has(token) && !isLightWord(token) && !STARTS_WITH_DIGIT.test(token),
  );
  return [...new Set(telling.slice(0, OPENING_WORDS))];
}

/** How many of these words an indicator's own wordings explain, 0–1. */
function explainedShare(words: readonly string[], vocabulary: ReadonlySet<string> | undefined): number {
  const explained = words.filter((word) => vocabulary?.has(word)).length;
  return words.length === 0 ? 0 : explained / words.length;
}

export function createIndicatorMatcher(indicators: readonly Indicator[]): IndicatorMatcher {
  const known = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const vocabulary = new Map<string, Set<string>>();
  const wordingsOfId = new Map<string, readonly string[]>();
  const phrases: LexiconPhrase[] = [];
  for (const { id, name, synonyms, abbreviations } of indicators) {
    const wordings = [name.vi, name.en, ...synonyms.vi, ...synonyms.en, ...abbreviations].map(foldedTokens);
    for (const tokens of wordings) if (tokens.length > 0) phrases.push({ id, tokens });
    wordingsOfId.set(
      id,
      wordings.map((tokens) => tokens.join(" ")),
    );
    vocabulary.set(id, new Set(wordings.flat()));
  }
  const matcher = createPhraseMatcher(phrases);

  return {
    byId: (id) => known.get(id),
    kinOf(id) {
      const own = new Set(wordingsOf(known.get(id)));
      return indicators
        .filter((other) => other.id !== id && wordingsOf(other).some((wording) => own.has(wording)))
        .map((other) => other.id);
    },
    nameClause(clause) {
      const nameTokens = foldedTokens(clause.name);
      const tokens = clause.scope === null ? nameTokens : [...nameTokens, ...foldedTokens(clause.scope)];
      const matches = matcher.match(tokens, CLAUSE_COVERAGE);
      if (matches.length === 0) return null;
      const words = nameTokens.join(" ");
      const opening = openingWords(nameTokens);
      const fitting = matches
        .filter(({ id }) => fitsIndicator(words, wordingsOfId.get(id) ?? []))
        .filter(({ id }) => unitsAgree(known.get(id)?.unit ?? "", clause.unit))
        .map(({ id, weight }) => ({ id, weight, explained: explainedShare(opening, vocabulary.get(id)) }))
        .filter((match) => match.explained >= EXPLAINED_SHARE)
        .sort((a, b) => b.weight * b.explained - a.weight * a.explained);
      return fitting[0]?.id ?? null;
    },
    find: (tokens) => groupMatches(matcher.match(tokens, QUESTION_COVERAGE), tokens, matcher.weightOf),
  };
}

function wordingsOf(indicator: Indicator | undefined): string[] {
  return indicator === undefined
    ? []
    : [...indicator.synonyms.vi, ...indicator.synonyms.en].map((wording) => wording.toLowerCase());
}

/** A match on the same words as a better one is meant with it where it weighs nearly as much. */
const SAME_WORDS = 0.85;
/** Least share of its weight that an indicator has to have in words of its own to be asked beside another. */
const OWN_WORDS = 0.3;

/**
 * Gathers the matches that stand on the same words. A match that shares words with a better one is left out, unless a
 * good part of it stands on words of its own («xử lý nước thải» beside «thu gom nước thải»).
 */
function groupMatches(
  matches: readonly PhraseMatch[],
  tokens: readonly string[],
  weightOf: (token: string) => number,
): IndicatorGroup[] {
  const groups: {
    ids: string[];
    start: number;
    end: number;
    weight: number;
    coverage: number;
    held: Set<number>;
  }[] = [];
  const weightOfHeld = (held: readonly number[]): number =>
    held.reduce((sum, at) => sum + weightOf(tokens[at] ?? ""), 0);
  for (const { id, start, end, weight, coverage, held } of matches) {
    if (groups.some(({ ids }) => ids.includes(id))) continue;
    const rivals = groups.filter((group) => held.some((at) => group.held.has(at)));
    const own = held.filter((at) => !groups.some((group) => group.held.has(at)));
    const same = rivals.find((group) => weight > SAME_WORDS * group.weight && own.length === 0);
    if (rivals.length === 0 || (coverage > 0.9 && weightOfHeld(own) >= OWN_WORDS * weightOfHeld(held))) {
      groups.push({ ids: [id], start, end, weight, coverage, held: new Set(held) });
    } else if (same !== undefined) same.ids.push(id);
  }
  return groups.map(({ ids, start, end, weight, coverage }) => ({ ids, start, end, weight, coverage }));
}

/** A document has few units, each many times. */
const UNITS_REMEMBERED = 256;

const headOfUnit = memoise(
  (unit: string) => foldedTokens(unit.replace("%", " phantram ").replaceAll("²", "2"))[0] ?? "",
  UNITS_REMEMBERED,
);

/** Units agree by their head word, and where one of the two is not said. */
export function unitsAgree(known: string, read: string | null): boolean {
  return known === "" || read === null || read === "" || headOfUnit(known) === headOfUnit(read);
}
