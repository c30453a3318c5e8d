/** A candidate of one request, with what each index says of it. */
export interface Scored {
  readonly keyword: number;
  readonly cosine: number;
}

/** The vectors' share of the fused score; chosen on the development split (0.45 is the measured best of issue-sized corpora). */
const COSINE_WEIGHT = 0.45;

/** Weighted sum of both scores, each as a share of the request's best (rank fusion lost to it at every size measured). */
export function fuseScores(candidates: readonly Scored[]): number[] {
  const bestKeyword = Math.max(1e-9, ...candidates.map((candidate) => candidate.keyword));
  const bestCosine = Math.max(1e-9, ...candidates.map((candidate) => candidate.cosine));
  return candidates.map(
    ({ keyword, cosine }) =>
      ((1 - COSINE_WEIGHT) * keyword) / bestKeyword + (COSINE_WEIGHT * Math.max(0, cosine)) / bestCosine,
  );
}
