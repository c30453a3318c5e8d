import { syllablesOf, toNfc } from "../shared/vietnamese-text.ts";
import type { Indicator } from "./indicator.ts";
import { createPhraseMatcher, type LexiconPhrase, type PhraseMatch } from "./match-phrases.ts";

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
}

/** A question may leave out a fifth of a wording; a document's clause has to hold all of it. */
const QUESTION_COVERAGE = 0.78;
const CLAUSE_COVERAGE = 0.97;
/** Share of a clause's words that its indicator's own wordings have to explain. */
const EXPLAINED_SHARE = 0.5;

export const foldedTokens = (text: string): string[] => syllablesOf(toNfc(text)).map((syllable) => syllable.folded);

export function createIndicatorMatcher(indicators: readonly Indicator[]): IndicatorMatcher {
  const known = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const vocabulary = new Map<string, Set<string>>();
  const phrases: LexiconPhrase[] = [];
  for (const { id, name, synonyms, abbreviations } of indicators) {
    const wordings = [name.vi, name.en, ...synonyms.vi, ...synonyms.en, ...abbreviations].map(foldedTokens);
    for (const tokens of wordings) if (tokens.length > 0) phrases.push({ id, tokens });
    vocabulary.set(id, new Set(wordings.flat()));
  }
  const matcher = createPhraseMatcher(phrases);

  const explainedShare = (id: string, tokens: ReadonlySet<string>): number => {
    let explained = 0;
    let total = 0;
    for (const token of tokens) {
      if (/^\d/.test(token)) continue;
      const weight = matcher.weightOf(token);
      total += weight;
      if (vocabulary.get(id)?.has(token)) explained += weight;
    }
    return total === 0 ? 0 : explained / total;
  };

  return {
    byId: (id) => known.get(id),
    nameClause(clause) {
      const tokens = foldedTokens(`${clause.name} ${clause.scope ?? ""}`);
      const distinct = new Set(tokens);
      const fitting = matcher
        .match(tokens, CLAUSE_COVERAGE)
        .filter((match) => unitsAgree(known.get(match.id)?.unit ?? "", clause.unit))
        .map((match) => ({ id: match.id, weight: match.weight, explained: explainedShare(match.id, distinct) }))
        .filter((match) => match.explained >= EXPLAINED_SHARE)
        .sort((a, b) => b.weight * b.explained - a.weight * a.explained);
      return fitting[0]?.id ?? null;
    },
    find: (tokens) => groupMatches(matcher.match(tokens, QUESTION_COVERAGE)),
  };
}

/** Gathers the matches that stand on the same words, and leaves out what overlaps a better one. */
function groupMatches(matches: readonly PhraseMatch[]): IndicatorGroup[] {
  const groups: { ids: string[]; start: number; end: number; weight: number; coverage: number }[] = [];
  for (const match of matches) {
    const overlapping = groups.find((group) => match.start < group.end && group.start < match.end);
    if (overlapping === undefined) {
      groups.push({ ids: [match.id], start: match.start, end: match.end, weight: match.weight, coverage: match.coverage });
    } else if (match.weight > 0.95 * overlapping.weight && !overlapping.ids.includes(match.id)) {
      overlapping.ids.push(match.id);
    }
  }
  return groups;
}

/** Units agree by their head word, and where one of the two is not said. */
export function unitsAgree(known: string, read: string | null): boolean {
  const head = (unit: string): string => foldedTokens(unit.replace("%", " phantram ").replaceAll("²", "2"))[0] ?? "";
  return known === "" || read === null || read === "" || head(known) === head(read);
}
