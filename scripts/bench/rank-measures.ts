/** Measures of rankings over many questions, each the mean. */
export interface RankMeasures {
  readonly "recall@1": number;
  readonly "recall@5": number;
  readonly "recall@10": number;
  readonly "recall@100": number;
  readonly "mrr@10": number;
  readonly "ndcg@10": number;
}

export interface JudgedRanking {
  /** Ids, best first, each once. */
  readonly ranking: readonly string[];
  readonly answers: ReadonlySet<string>;
}

function recall({ ranking, answers }: JudgedRanking, depth: number): number {
  return ranking.slice(0, depth).filter((id) => answers.has(id)).length / answers.size;
}

function reciprocalRank({ ranking, answers }: JudgedRanking, depth: number): number {
  const place = ranking.slice(0, depth).findIndex((id) => answers.has(id));
  return place < 0 ? 0 : 1 / (place + 1);
}

/** Järvelin and Kekäläinen 2002, with relevance 0 or 1. */
function ndcg({ ranking, answers }: JudgedRanking, depth: number): number {
  const gain = (place: number): number => 1 / Math.log2(place + 2);
  let found = 0;
  ranking.slice(0, depth).forEach((id, place) => {
    if (answers.has(id)) found += gain(place);
  });
  let ideal = 0;
  for (let place = 0; place < Math.min(depth, answers.size); place++) ideal += gain(place);
  return ideal === 0 ? 0 : found / ideal;
}

export function measureRankings(judged: readonly JudgedRanking[]): RankMeasures {
  const mean = (of: (ranking: JudgedRanking) => number): number =>
    judged.reduce((sum, ranking) => sum + of(ranking), 0) / Math.max(1, judged.length);
  return {
    "recall@1": mean((r) => recall(r, 1)),
    "recall@5": mean((r) => recall(r, 5)),
    "recall@10": mean((r) => recall(r, 10)),
    "recall@100": mean((r) => recall(r, 100)),
    "mrr@10": mean((r) => reciprocalRank(r, 10)),
    "ndcg@10": mean((r) => ndcg(r, 10)),
  };
}

/** The value below which a share of the sorted numbers lies (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
