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
  const phrasesByToken = new Map<string, number[]>();
  for (const [at, phrase] of phrases.entries()) {
    for (const token of new Set(phrase.tokens)) {
      const entries = entriesByToken.get(token) ?? new Set<string>();
      entriesByToken.set(token, entries.add(phrase.id));
      const list = phrasesByToken.get(token) ?? [];
      if (list.length === 0) phrasesByToken.set(token, list);
      list.push(at);
    }
  }
  const entryCount = new Set(phrases.map((phrase) => phrase.id)).size;
  const unknownWeight = Math.log(1 + entryCount);
  const weights = new Map(
    [...entriesByToken].map(([token, entries]) => [token, Math.log(1 + entryCount / entries.size)]),
  );
  const weightOf = (token: string): number =>
    LIGHT.has(token) ? LIGHT_WEIGHT : (weights.get(token) ?? unknownWeight);
  const known = phrases.map((phrase): KnownPhrase => {
    const wanted = new Map(phrase.tokens.map((token) => [token, weightOf(token)]));
    const light = sum([...wanted.keys()].filter(isLightWord).map(weightOf));
    return { phrase, wanted, total: sum(wanted.values()), light };
  });

  /** The weight of a text's words in each phrase: no window holds more, and most share one word only. Zero between texts. */
  const shared = new Float64Array(phrases.length);

  return {
    weightOf,
    match(tokens, minimumCoverage) {
      const candidates: number[] = [];
      for (const token of new Set(tokens)) {
        if (LIGHT.has(token)) continue;
        const weight = weightOf(token);
        for (const at of phrasesByToken.get(token) ?? []) {
          if (shared[at] === 0) candidates.push(at);
          shared[at] = (shared[at] ?? 0) + weight;
        }
      }
      const matches: PhraseMatch[] = [];
      for (const at of candidates) {
        const candidate = known[at];
        if (candidate === undefined) continue;
        const { phrase, total, light } = candidate;
        const most = (shared[at] ?? 0) + light;
        shared[at] = 0;
        if (most < minimumCoverage * total - 1e-9) continue;
        const window = bestWindow(tokens, candidate);
        const coverage = total === 0 ? 0 : window.weight / total;
        if (coverage < minimumCoverage) continue;
        matches.push({
          id: phrase.id,
          phrase,
          start: window.start,
          end: window.end,
          held: heldIn(window, tokens, candidate),
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

/** A phrase with what is the same in every text. */
interface KnownPhrase {
  readonly phrase: LexiconPhrase;
  /** Its different tokens with their weights. */
  readonly wanted: ReadonlyMap<string, number>;
  /** The weight of them all, and of the light ones among them. */
  readonly total: number;
  readonly light: number;
}

function sum(weights: Iterable<number>): number {
  let total = 0;
  for (const weight of weights) total += weight;
  return total;
}

interface Window {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/** The tightest stretch of the text that holds the most weight of the phrase. */
function bestWindow(tokens: readonly string[], { phrase, wanted }: KnownPhrase): Window {
  const { length } = phrase.tokens;
  const reach = length + Math.max(2, Math.floor(length / 2));
  let best: Window = { start: 0, end: 0, weight: 0 };
  for (let start = 0; start < tokens.length; start++) {
    if (!wanted.has(tokens[start] ?? "")) continue;
    const seen = new Set<string>();
    let weight = 0;
    for (let end = start; end < Math.min(tokens.length, start + reach); end++) {
      const token = tokens[end] ?? "";
      const own = wanted.get(token);
      if (own === undefined || seen.has(token)) continue;
      seen.add(token);
      weight += own;
      const tighter = end + 1 - start < best.end - best.start;
      if (weight > best.weight + 1e-9 || (weight > best.weight - 1e-9 && tighter))
        best = { start, end: end + 1, weight };
    }
    // Nothing holds more in less than all of the phrase, one word after the other.
    if (best.end - best.start === wanted.size && seen.size === wanted.size) break;
  }
  return best;
}

/** The indexes of the window's tokens that the phrase stands on, each of its tokens once. */
function heldIn({ start, end }: Window, tokens: readonly string[], { wanted }: KnownPhrase): number[] {
  const seen = new Set<string>();
  const held: number[] = [];
  for (let at = start; at < end; at++) {
    const token = tokens[at] ?? "";
    if (!wanted.has(token) || seen.has(token)) continue;
    seen.add(token);
    held.push(at);
  }
  return held;
}
