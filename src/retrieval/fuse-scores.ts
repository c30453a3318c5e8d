/** A candidate of one request, with what each index says of it. */
export interface Scored {
  readonly keyword: number;
  readonly cosine: number;
}

/** The vectors' share of the fused score, of questions that the model is familiar with; chosen on the development split. */
const COSINE_WEIGHT = 0.4;

/**
 * Weighted sum of both scores, each as a share of the request's best (rank fusion lost to it at every size measured).
 * `familiarity`, 0–1, lowers the vectors' share where the model has not seen such questions.
 */
export function fuseScores(candidates: readonly Scored[], familiarity: number): number[] {
  const bestKeyword = Math.max(1e-9, ...candidates.map((candidate) => candidate.keyword));
  const bestCosine = Math.max(1e-9, ...candidates.map((candidate) => candidate.cosine));
  const weight = COSINE_WEIGHT * familiarity;
  return candidates.map(
    ({ keyword, cosine }) =>
      ((1 - weight) * keyword) / bestKeyword + (weight * Math.max(0, cosine)) / bestCosine,
  );
}
