/** What weighs the features: a plain sum for small indexes, a small network for large ones. */
export interface RankingWeights {
  /** A weight a feature. */
  readonly plain: readonly number[];
  readonly network: RankingNetwork;
}

/** A small network over the features: a straight sum, and hidden units (tanh) that bend it. */
export interface RankingNetwork {
  /** A weight a feature. */
  readonly straight: readonly number[];
  /** By unit: a weight a feature, a bias, and what the unit adds to the score. */
  readonly hidden: readonly (readonly number[])[];
  readonly bias: readonly number[];
  readonly output: readonly number[];
}
