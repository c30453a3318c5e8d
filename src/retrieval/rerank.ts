import type { PassageMatch } from "./match-passage.ts";
import type { RankingNetwork, RankingWeights } from "./ranking-weights.ts";
import { RERANK_WEIGHTS } from "./rerank-weights.ts";

/** What the re-ranker weighs, in the order of its weights. */
export const FEATURES = [
  "keyword",
  "keywordShare",
  "cosine",
  "cosineShare",
  "headingCosine",
  "fused",
  "syllables",
  "bigrams",
  "accentedBigrams",
  "accentedSyllables",
  "provisionCoverage",
  "provisionBigrams",
  "bodySyllables",
  "bodyBigrams",
  "trigrams",
  "heading",
  "headingPrecision",
  "window",
  "run",
  "figure",
  "definition",
  "length",
] as const;

export interface Evidence extends PassageMatch {
  /** BM25 as a share of what a passage could reach that held every term often. */
  readonly keyword: number;
  /** BM25 and cosine as shares of the request's best. */
  readonly keywordShare: number;
  readonly cosineShare: number;
  readonly cosine: number;
  /** The question's cosine with the innermost heading alone. */
  readonly headingCosine: number;
  readonly fused: number;
}

/** One candidate's features, in the order of `FEATURES`. */
export function featuresOf(evidence: Evidence): number[] {
  return FEATURES.map((feature) =>
    feature === "length" ? Math.log1p(evidence.length) / 10 : evidence[feature],
  );
}

/** How many are chosen by one weighting, and put in order by another. */
const CHOSEN = 10;

/**
 * What chooses the first ten trusts the vectors more: they find what the words miss, but are poorer at telling the
 * first from the second; by the development questions of the law (69,855 passages).
 */
const CHOICE_COSINE = 5;
const COSINE_SHARE = FEATURES.indexOf("cosineShare");

/**
 * Both that and the network's share grow with the index, from nothing at `SMALL` passages to all at `LARGE`. Among few
 * passages the words miss little, the vectors push right ones out, and there are few rivals, of whom the network has
 * learnt its bends: so it is for the programmes (under a thousand). For ALQAC 2022 (1,646) both are a gain already.
 */
const SMALL = 1000;
const LARGE = 1600;

interface Ordered {
  /** Place in the list given. */
  readonly index: number;
  /** 2–3 for the chosen, 1–2 for the others. */
  readonly score: number;
}

/** The order of candidates by their features, best first, in an index of `passageCount` passages; ties stay as given. */
export function orderByEvidence(
  features: readonly (readonly number[])[],
  passageCount: number,
  weights: RankingWeights = RERANK_WEIGHTS,
): Ordered[] {
  const growth = Math.log(Math.max(1, passageCount) / SMALL) / Math.log(LARGE / SMALL);
  const size = Math.min(1, Math.max(0, growth));
  const byScore = (a: Ordered, b: Ordered): number => b.score - a.score || a.index - b.index;
  const evidence = features.map((list) => scoreFeatures(list, weights, size));
  const all = features
    .map((list, index) => ({
      index,
      score: 1 + squash((evidence[index] ?? 0) + CHOICE_COSINE * size * (list[COSINE_SHARE] ?? 0)),
    }))
    .sort(byScore);
  const chosen = all
    .slice(0, CHOSEN)
    .map(({ index }) => ({ index, score: 2 + squash(evidence[index] ?? 0) }));
  return [...chosen.sort(byScore), ...all.slice(CHOSEN)];
}

/** Higher is better. */
function scoreFeatures(features: readonly number[], weights: RankingWeights, size: number): number {
  const plain = size < 1 ? (1 - size) * weighedSum(features, weights.plain) : 0;
  return size > 0 ? plain + size * scoreByNetwork(features, weights.network) : plain;
}

function scoreByNetwork(features: readonly number[], network: RankingNetwork): number {
  let score = weighedSum(features, network.straight);
  for (let unit = 0; unit < network.hidden.length; unit++) {
    const sum = weighedSum(features, network.hidden[unit] ?? []) + (network.bias[unit] ?? 0);
    score += (network.output[unit] ?? 0) * Math.tanh(sum);
  }
  return score;
}

function weighedSum(features: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += (features[i] ?? 0) * (weights[i] ?? 0);
  return sum;
}

/** A score without bounds as one between 0 and 1, so that each stage stands above the one before; the slope keeps far apart what is far apart. */
function squash(score: number): number {
  return 1 / (1 + Math.exp(-score / 8));
}
