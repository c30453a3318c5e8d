/** One question's candidates: their features, and which of them are right. */
export interface RankingExample {
  readonly features: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

export interface FitSettings {
  readonly rounds: number;
  readonly learningRate: number;
  /** Strength of the pull towards zero. */
  readonly ridge: number;
}

function scores(example: RankingExample, weights: readonly number[]): number[] {
  return example.features.map((features) => features.reduce((sum, x, i) => sum + x * (weights[i] ?? 0), 0));
}

/**
 * Weights that make the right candidates likeliest under a softmax of each question's list (ListNet's top-one
 * likelihood, Cao et al. 2007), by full-batch Adam. Examples without a right candidate teach nothing.
 */
export function fitWeights(
  examples: readonly RankingExample[],
  size: number,
  settings: FitSettings,
): number[] {
  const useful = examples.filter((example) => example.right.includes(true));
  const weights = new Array<number>(size).fill(0);
  const m = new Array<number>(size).fill(0);
  const v = new Array<number>(size).fill(0);
  for (let round = 1; round <= settings.rounds; round++) {
    const gradient = weights.map((weight) => settings.ridge * weight);
    for (const example of useful) {
      const found = scores(example, weights);
      const most = Math.max(...found);
      const e = found.map((score) => Math.exp(score - most));
      const all = e.reduce((a, b) => a + b, 0);
      const rightCount = example.right.filter(Boolean).length;
      example.features.forEach((features, c) => {
        const pull = ((e[c] ?? 0) / all - (example.right[c] === true ? 1 / rightCount : 0)) / useful.length;
        for (let i = 0; i < size; i++) gradient[i] = (gradient[i] ?? 0) + pull * (features[i] ?? 0);
      });
    }
    for (let i = 0; i < size; i++) {
      const g = gradient[i] ?? 0;
      m[i] = 0.9 * (m[i] ?? 0) + 0.1 * g;
      v[i] = 0.999 * (v[i] ?? 0) + 0.001 * g * g;
      const step = (m[i] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((v[i] ?? 0) / (1 - 0.999 ** round)) + 1e-8);
      weights[i] = (weights[i] ?? 0) - settings.learningRate * step;
    }
  }
  return weights;
}
