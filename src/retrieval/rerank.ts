import type { PassageMatch } from "./match-passage.ts";

/** What the re-ranker weighs, in the order of its weights. */
export const FEATURES = [
  "keyword",
  "keywordShare",
  "cosine",
  "cosineShare",
  "fused",
  "syllables",
  "bigrams",
  "accentedBigrams",
  "bodyBigrams",
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

/** Fitted weights; the first version leans on the fused score. */
export const WEIGHTS: readonly number[] = [0, 0, 0, 0, 10, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0];
