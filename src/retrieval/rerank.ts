import type { PassageMatch } from "./match-passage.ts";

/** What the re-ranker weighs, in the order of its weights. */
export const FEATURES = [
  "keyword",
  "keywordShare",
  "cosine",
  "cosineShare",
  "headingCosine",
  "stretchCosine",
  "fused",
  "syllables",
  "bigrams",
  "accentedBigrams",
  "bodySyllables",
  "bodyBigrams",
  "trigrams",
  "heading",
  "headingPrecision",
  "window",
  "run",
  "figure",
  "length",
] as const;

export interface Evidence extends PassageMatch {
  /** BM25 as a share of what a passage could reach that held every term often. */
  readonly keyword: number;
  /** BM25 and cosine as shares of the request's best. */
  readonly keywordShare: number;
  readonly cosineShare: number;
  readonly cosine: number;
  /** The question's cosine with the innermost heading alone, and with the best stretch alone. */
  readonly headingCosine: number;
  readonly stretchCosine: number;
  readonly fused: number;
}

/** One candidate's features, in the order of `FEATURES`. */
export function featuresOf(evidence: Evidence): number[] {
  return FEATURES.map((feature) =>
    feature === "length" ? Math.log1p(evidence.length) / 10 : evidence[feature],
  );
}

/** A linear model over `FEATURES`, fitted by scripts/train-reranker.ts. Higher is better. */
export function scoreFeatures(features: readonly number[], weights: readonly number[]): number {
  return features.reduce((sum, feature, i) => sum + feature * (weights[i] ?? 0), 0);
}

/**
 * What puts the first ten in order: fitted by scripts/train-reranker.ts on the training questions of the law and on
 * ALQAC 2022 (ridge 0.02), with cosines of a model that had not seen those questions.
 */
export const ORDER_WEIGHTS: readonly number[] = [
  1.339, 1.753, 0.653, 0.991, 0.844, 0.62, 1.477, 0.691, 0.816, 0.848, 0.483, 0.525, 0.687, 0.334, 1.694,
  0.56, 0.588, 0.12, -0.261,
];

/**
 * What chooses the first ten: the same, with more trust in the vectors. They find what the words miss, but are
 * poorer at telling the first from the second. The share was chosen on the development split.
 */
const CHOICE_COSINE = 5;

export const CHOICE_WEIGHTS: readonly number[] = ORDER_WEIGHTS.map((weight, i) =>
  FEATURES[i] === "cosineShare" ? weight + CHOICE_COSINE : weight,
);
