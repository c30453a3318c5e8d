import type { IndicatorGroup, IndicatorMatcher } from "../facts/match-indicator.ts";
import { bothForms, type TermMatch } from "./match-terms.ts";
import type { Token } from "./query.ts";
import { tokensOf } from "./spell-out.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** As the person says it; failing that, with each term in the documents' own words. Places are left out. */
export function findIndicators(
  tokens: readonly Token[],
  matched: readonly TermMatch[],
  taken: ReadonlySet<number>,
  indicators: IndicatorMatcher,
): IndicatorGroup[] {
  const own = tokens.flatMap(({ folded }, at) => (taken.has(at) ? [] : [{ word: folded, at }]));
  const found = findIn(own, indicators);
  return found.length > 0 ? found : findIn(withOfficialTerms(tokens, matched, taken), indicators);
}

/** A word that indicators are looked for in, and the token that it stands for. */
interface PlacedWord {
  readonly word: string;
  readonly at: number;
}

/** The groups found in words, their places counted in the tokens of the question. */
function findIn(words: readonly PlacedWord[], indicators: IndicatorMatcher): IndicatorGroup[] {
  return indicators.find(words.map(({ word }) => word)).map((group) => ({
    ...group,
    start: words[group.start]?.at ?? 0,
    end: (words[group.end - 1]?.at ?? 0) + 1,
  }));
}

/** The question in the documents' words: each term is followed by its official wording, places are left out. */
function withOfficialTerms(
  tokens: readonly Token[],
  matched: readonly TermMatch[],
  taken: ReadonlySet<number>,
): PlacedWord[] {
  const words: PlacedWord[] = [];
  tokens.forEach((token, at) => {
    if (!taken.has(at)) words.push({ word: token.folded, at });
    for (const term of matched) {
      if (term.end - 1 !== at) continue;
      const own = tokens.slice(term.start, term.end).map((other) => other.folded);
      const official = term.alternatives[0] ?? [];
      if (official.join(" ") !== own.join(" ")) words.push(...official.map((word) => ({ word, at })));
    }
  });
  return words;
}

/** The stretches of a question that name indicators, with what the documents may call them. */
export function namesOf(
  groups: readonly IndicatorGroup[],
  indicators: IndicatorMatcher,
  vocabulary: Pick<Vocabulary, "pairCount">,
): TermMatch[] {
  const mayStand = (words: readonly Token[]): boolean =>
    words.every(
      ({ folded }, at) => at === 0 || vocabulary.pairCount(words[at - 1]?.folded ?? "", folded) > 0,
    );
  return groups.map(({ ids, start, end }) => ({
    start,
    end,
    ...bothForms(
      ids.flatMap((id) => {
        const indicator = indicators.byId(id);
        const wordings = indicator === undefined ? [] : [indicator.name.vi, ...indicator.synonyms.vi];
        return wordings
          .map((words) => tokensOf(words))
          .filter((words, at) => at === 0 || (words.length > 1 && mayStand(words)));
      }),
    ),
  }));
}
