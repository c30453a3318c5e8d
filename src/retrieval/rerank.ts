import type { PassageMatch } from "./match-passage.ts";

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

/**
 * What puts the first ten in order, over `FEATURES`: as scripts/train-reranker.ts prints them, fitted on the training
 * questions of the law and on ALQAC 2022 alone, each with vectors that had not seen its questions; model/CARD.md has
 * the command. The ridge was chosen on the development questions.
 */
export const ORDER_WEIGHTS: readonly number[] = [
  0.722, 1.585, 0.917, 1.383, 1.405, 1.509, 0.443, 0.027, 0.227, 0.853, 4.052, 4.159, 0.099, -0.557, -0.351,
  -0.087, 2.18, 0.031, 0.208, 0.353, 2.369, -1.234,
];

/** How many are chosen by one weighting, and put in order by another. */
const CHOSEN = 10;

/**
 * What chooses the first ten trusts the vectors more: they find what the words miss, but are poorer at telling the
 * first from the second. How much more grows with the index, from nothing at `SMALL` passages (there the words miss
 * little, and the vectors push right ones out) to `CHOICE_COSINE` at `LARGE`; all three by the development questions
 * of the law (69,855 passages) and by ALQAC 2022 (1,646).
 */
const CHOICE_COSINE = 5;
const SMALL = 2000;
const LARGE = 50_000;

function choiceWeights(order: readonly number[], passageCount: number): readonly number[] {
  const size = Math.log(Math.max(1, passageCount) / SMALL) / Math.log(LARGE / SMALL);
  const more = CHOICE_COSINE * Math.min(1, Math.max(0, size));
  return order.map((weight, i) => (FEATURES[i] === "cosineShare" ? weight + more : weight));
}

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
  weights: readonly number[] = ORDER_WEIGHTS,
): Ordered[] {
  const choice = choiceWeights(weights, passageCount);
  const byScore = (a: Ordered, b: Ordered): number => b.score - a.score || a.index - b.index;
  const all = features
    .map((list, index) => ({ index, score: 1 + squash(scoreFeatures(list, choice)) }))
    .sort(byScore);
  const chosen = all
    .slice(0, CHOSEN)
    .map(({ index }) => ({ index, score: 2 + squash(scoreFeatures(features[index] ?? [], weights)) }));
  return [...chosen.sort(byScore), ...all.slice(CHOSEN)];
}

/** A linear model over `FEATURES`. Higher is better. */
function scoreFeatures(features: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += (features[i] ?? 0) * (weights[i] ?? 0);
  return sum;
}

/** A score without bounds as one between 0 and 1, so that each stage stands above the one before; the slope keeps far apart what is far apart. */
function squash(score: number): number {
  return 1 / (1 + Math.exp(-score / 8));
}
