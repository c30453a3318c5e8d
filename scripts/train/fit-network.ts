import type { RankingNetwork } from "../../src/retrieval/ranking-weights.ts";
import { fitWeights, type RankingExample } from "./fit-weights.ts";
import { gaussian, seededRandom, type Random } from "./random.ts";

export interface NetworkSettings {
  /** Networks fitted from different beginnings, whose scores are averaged. */
  readonly networks: number;
  /** Hidden units of each. */
  readonly units: number;
  readonly rounds: number;
  readonly learningRate: number;
  /** Strength of the pull towards zero: of the straight part, and of the hidden one. */
  readonly ridge: number;
  readonly hiddenRidge: number;
  readonly seed: number;
}

/** The networks begin with weights fitted for so many rounds. */
const BEGINNING_ROUNDS = 200;
const PLAIN_ROUNDS = 600;
const PLAIN_RATE = 0.05;
/** How much of the score is that of the networks; the rest is that of plain weights, which bend less to the few questions. */
const NETWORK_SHARE = 0.5;

/** Weights alone, one a feature. */
export function fitPlain(
  examples: readonly RankingExample[],
  size: number,
  ridge: number,
  rounds = PLAIN_ROUNDS,
): number[] {
  return fitWeights(examples, size, { rounds, learningRate: PLAIN_RATE, ridge });
}

/** The features of all questions in one list, scaled to mean 0 and deviation 1; where each question's begin. */
interface Scaled {
  readonly features: Float64Array;
  /** By candidate: its share of what is right in its question. */
  readonly target: Float64Array;
  readonly start: readonly number[];
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

function scale(examples: readonly RankingExample[], size: number): Scaled {
  const rows = examples.flatMap((example) => example.features);
  const mean = new Float64Array(size);
  const deviation = new Float64Array(size);
  for (const row of rows)
    for (let i = 0; i < size; i++) mean[i] = (mean[i] ?? 0) + (row[i] ?? 0) / rows.length;
  for (const row of rows)
    for (let i = 0; i < size; i++)
      deviation[i] = (deviation[i] ?? 0) + ((row[i] ?? 0) - (mean[i] ?? 0)) ** 2 / rows.length;
  const start = [0];
  for (const { features } of examples) start.push((start.at(-1) ?? 0) + features.length);
  const target = examples.flatMap(({ right }) => {
    const count = right.filter(Boolean).length;
    return right.map((isRight) => (isRight ? 1 / count : 0));
  });
  const scales = deviation.map((value) => Math.sqrt(value) + 1e-6);
  const features = new Float64Array(rows.length * size);
  rows.forEach((row, r) => {
    for (let i = 0; i < size; i++)
      features[r * size + i] = ((row[i] ?? 0) - (mean[i] ?? 0)) / (scales[i] ?? 1);
  });
  return { features, target: Float64Array.from(target), start, mean, deviation: scales };
}

/** The numbers of one network, one after another: straight weights, hidden weights by unit, biases, output weights. */
function beginning(linear: readonly number[], units: number, random: Random): Float64Array {
  const size = linear.length;
  return Float64Array.from([
    ...linear,
    ...Array.from({ length: units * size }, () => (0.45 * gaussian(random)) / Math.sqrt(size)),
    ...Array.from({ length: units }, () => 0),
    ...Array.from({ length: units }, () => 0.1 * gaussian(random)),
  ]);
}

/** Adds to `gradient` what the list's likelihood and the ridges pull at each number. */
function addGradient(
  data: Scaled,
  numbers: Float64Array,
  gradient: Float64Array,
  size: number,
  settings: NetworkSettings,
): void {
  const { units, ridge, hiddenRidge } = settings;
  const { features, target, start } = data;
  const questions = start.length - 1;
  const biasAt = size * (1 + units);
  const outputAt = biasAt + units;
  for (let i = 0; i < numbers.length; i++) {
    const pull = i < size ? ridge : i >= biasAt && i < outputAt ? 0 : hiddenRidge;
    gradient[i] = pull * (numbers[i] ?? 0);
  }
  for (let q = 0; q < questions; q++) {
    const from = start[q] ?? 0;
    const to = start[q + 1] ?? 0;
    const hidden = new Float64Array((to - from) * units);
    const scores = new Float64Array(to - from);
    for (let c = from; c < to; c++) {
      let score = 0;
      for (let i = 0; i < size; i++) score += (numbers[i] ?? 0) * (features[c * size + i] ?? 0);
      for (let u = 0; u < units; u++) {
        let sum = numbers[biasAt + u] ?? 0;
        const at = size * (1 + u);
        for (let i = 0; i < size; i++) sum += (numbers[at + i] ?? 0) * (features[c * size + i] ?? 0);
        const value = Math.tanh(sum);
        hidden[(c - from) * units + u] = value;
        score += (numbers[outputAt + u] ?? 0) * value;
      }
      scores[c - from] = score;
    }
    const most = scores.reduce((a, b) => Math.max(a, b), -Infinity);
    const likelihood = scores.map((score) => Math.exp(score - most));
    const all = likelihood.reduce((a, b) => a + b, 0);
    for (let c = from; c < to; c++) {
      const pull = ((likelihood[c - from] ?? 0) / all - (target[c] ?? 0)) / questions;
      for (let i = 0; i < size; i++) gradient[i] = (gradient[i] ?? 0) + pull * (features[c * size + i] ?? 0);
      for (let u = 0; u < units; u++) {
        const value = hidden[(c - from) * units + u] ?? 0;
        gradient[outputAt + u] = (gradient[outputAt + u] ?? 0) + pull * value;
        const back = pull * (numbers[outputAt + u] ?? 0) * (1 - value * value);
        gradient[biasAt + u] = (gradient[biasAt + u] ?? 0) + back;
        const at = size * (1 + u);
        for (let i = 0; i < size; i++)
          gradient[at + i] = (gradient[at + i] ?? 0) + back * (features[c * size + i] ?? 0);
      }
    }
  }
}

/**
 * A network of one hidden layer beside a straight sum, fitted by the same likelihood as `fitWeights` (whose weights it
 * begins with), and stopped early: there are few questions. Several from different beginnings, and plain weights, are
 * averaged, which is one wider network again. The features' scaling is within its weights.
 */
export function fitNetwork(
  examples: readonly RankingExample[],
  size: number,
  settings: NetworkSettings,
): RankingNetwork {
  const useful = examples.filter((example) => example.right.includes(true));
  const data = scale(useful, size);
  const { mean, deviation } = data;
  const linear = fitPlain(useful, size, settings.ridge, BEGINNING_ROUNDS).map(
    (weight, i) => weight * (deviation[i] ?? 1),
  );
  const { networks, units, rounds, learningRate } = settings;
  const straight = fitPlain(useful, size, settings.ridge).map((weight) => weight * (1 - NETWORK_SHARE));
  const part = NETWORK_SHARE / networks;
  const found: { weights: number[]; bias: number; output: number }[] = [];
  for (let network = 0; network < networks; network++) {
    const numbers = beginning(linear, units, seededRandom(settings.seed + network));
    const gradient = new Float64Array(numbers.length);
    const m = new Float64Array(numbers.length);
    const v = new Float64Array(numbers.length);
    for (let round = 1; round <= rounds; round++) {
      addGradient(data, numbers, gradient, size, settings);
      for (let i = 0; i < numbers.length; i++) {
        const g = gradient[i] ?? 0;
        m[i] = 0.9 * (m[i] ?? 0) + 0.1 * g;
        v[i] = 0.999 * (v[i] ?? 0) + 0.001 * g * g;
        const step =
          (m[i] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((v[i] ?? 0) / (1 - 0.999 ** round)) + 1e-8);
        numbers[i] = (numbers[i] ?? 0) - learningRate * step;
      }
    }
    for (let i = 0; i < size; i++)
      straight[i] = (straight[i] ?? 0) + ((numbers[i] ?? 0) / (deviation[i] ?? 1)) * part;
    for (let u = 0; u < units; u++) {
      const own = numbers.subarray(size * (1 + u), size * (2 + u));
      const weights = Array.from(own, (weight, i) => weight / (deviation[i] ?? 1));
      const shift = weights.reduce((sum, weight, i) => sum + weight * (mean[i] ?? 0), 0);
      const bias = (numbers[size * (1 + units) + u] ?? 0) - shift;
      found.push({ weights, bias, output: (numbers[size * (1 + units) + units + u] ?? 0) * part });
    }
  }
  return {
    straight,
    hidden: found.map((unit) => unit.weights),
    bias: found.map((unit) => unit.bias),
    output: found.map((unit) => unit.output),
  };
}
