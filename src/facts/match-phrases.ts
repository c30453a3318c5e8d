/** Words that carry little of a phrase's meaning; folded. */
const LIGHT = new Set(
  (
    "cua va cac nhung o cho tai duoc co la theo ve voi trong tren den tu cung ca thi ma bi do de nay mot so ty ti le " +
    "toan bo hoac bao nhieu may of for with and or who share rate number"
  ).split(" "),
);

const LIGHT_WEIGHT = 0.15;

export const isLightWord = (token: string): boolean => LIGHT.has(token);

/** A phrase of a lexicon that may be looked for in running text. */
export interface LexiconPhrase {
  /** Folded syllables. */
  readonly tokens: readonly string[];
  /** What the phrase stands for. */
  readonly id: string;
}

/** Where and how well a phrase was found: token indexes of the text, `end` exclusive. */
export interface PhraseMatch {
  readonly id: string;
  readonly phrase: LexiconPhrase;
  readonly start: number;
  readonly end: number;
  /** The indexes of the text's tokens that the phrase stands on. */
  readonly held: readonly number[];
  /** Weighted share of the phrase's tokens that stand in the window: 0–1. */
  readonly coverage: number;
  /** Coverage times the phrase's weight: a longer, rarer phrase counts more. */
  readonly weight: number;
}

export interface PhraseMatcher {
  /** Every phrase whose tokens stand close together in the text with at least `minimumCoverage`, best first. */
  match(tokens: readonly string[], minimumCoverage: number): PhraseMatch[];
  /** The rarity of a token among the lexicon's entries; the same for every unknown token. */
  readonly weightOf: (token: string) => number;
}

/**
 * Finds phrases in text by their weighted tokens: inverse document frequency over the lexicon's entries, in a
 * window at most half as long again as the phrase. Order is not asked for: people turn it round.
 */
export function createPhraseMatcher(phrases: readonly LexiconPhrase[]): PhraseMatcher {
  const entriesByToken = new Map<string, Set<string>>();
  const phrasesByToken = new Map<string, LexiconPhrase[]>();
  for (const phrase of phrases) {
    for (const token of new Set(phrase.tokens)) {
      const entries = entriesByToken.get(token) ?? new Set<string>();
      entriesByToken.set(token, entries.add(phrase.id));
      const list = phrasesByToken.get(token) ?? [];
      if (list.length === 0) phrasesByToken.set(token, list);
      list.push(phrase);
    }
  }
  const entryCount = new Set(phrases.map((phrase) => phrase.id)).size;
  const unknownWeight = Math.log(1 + entryCount);
  const weights = new Map(
    [...entriesByToken].map(([token, entries]) => [token, Math.log(1 + entryCount / entries.size)]),
  );
  const weightOf = (token: string): number =>
    LIGHT.has(token) ? LIGHT_WEIGHT : (weights.get(token) ?? unknownWeight);
  const totals = new Map(phrases.map((phrase) => [phrase, sumWeights(new Set(phrase.tokens), weightOf)]));

  return {
    weightOf,
    match(tokens, minimumCoverage) {
      const candidates = new Set<LexiconPhrase>();
      for (const token of tokens) {
        if (LIGHT.has(token)) continue;
        for (const phrase of phrasesByToken.get(token) ?? []) candidates.add(phrase);
      }
      const matches: PhraseMatch[] = [];
      const present = new Set(tokens);
      for (const phrase of candidates) {
        const total = totals.get(phrase) ?? 0;
        // No window holds more of a phrase than the whole text does: most candidates share one word only.
        const held = phrase.tokens.filter((token) => present.has(token));
        if (sumWeights(held, weightOf) < minimumCoverage * total - 1e-9) continue;
        const window = bestWindow(tokens, phrase.tokens, weightOf);
        const coverage = total === 0 ? 0 : window.weight / total;
        if (coverage < minimumCoverage) continue;
        matches.push({
          id: phrase.id,
          phrase,
          start: window.start,
          end: window.end,
          held: window.held,
          coverage,
          weight: window.weight * coverage,
        });
      }
      return matches.sort(
        (a, b) => b.weight - a.weight || b.coverage - a.coverage || a.id.localeCompare(b.id),
      );
    },
  };
}

function sumWeights(tokens: Iterable<string>, weightOf: (token: string) => number): number {
  let sum = 0;
  for (const token of tokens) sum += weightOf(token);
  return sum;
}

/** The tightest stretch of the text that holds the most weight of the phrase. */
function bestWindow(
  tokens: readonly string[],
  phrase: readonly string[],
  weightOf: (token: string) => number,
): { start: number; end: number; weight: number; held: readonly number[] } {
  const wanted = new Set(phrase);
  const reach = phrase.length + Math.max(2, Math.floor(phrase.length / 2));
  let best: { start: number; end: number; weight: number; held: readonly number[] } = {
    start: 0,
    end: 0,
    weight: 0,
    held: [],
  };
  tokens.forEach((token, start) => {
    if (!wanted.has(token)) return;
    const seen = new Set<string>();
    const held: number[] = [];
    let weight = 0;
    for (let end = start; end < Math.min(tokens.length, start + reach); end++) {
      const other = tokens[end];
      if (other === undefined || !wanted.has(other) || seen.has(other)) continue;
      seen.add(other);
      held.push(end);
      weight += weightOf(other);
      const tighter = end + 1 - start < best.end - best.start;
      if (weight > best.weight + 1e-9 || (weight > best.weight - 1e-9 && tighter)) {
        best = { start, end: end + 1, weight, held: [...held] };
      }
    }
  });
  return best;
}
