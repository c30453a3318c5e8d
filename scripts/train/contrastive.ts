/* eslint-disable @typescript-eslint/no-non-null-assertion -- loops over typed arrays, places always in range: a check would cost a third of the training */
import { addRows, addWeighted, gather, products, spreadRows } from "./kernels.ts";

/** Two texts that belong together, as the rows of their terms. */
export interface Pair {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

export interface ContrastiveSettings {
  readonly dimensions: number;
  /** Sharpness of the softmax over cosines. */
  readonly scale: number;
  readonly learningRate: number;
  readonly warmUpSteps: number;
  readonly steps: number;
}

interface Side {
  /** Unit vectors, one a text, and the lengths that they had. */
  readonly unit: Float64Array;
  readonly length: Float64Array;
  readonly gradient: Float64Array;
}

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;
/** Gradients of pairs that the softmax has all but ruled out change nothing and cost half the time. */
const NEGLIGIBLE = 1e-6;

/**
 * Trains term vectors so that texts that belong together are nearer than the rest of their batch: InfoNCE in both
 * directions (van den Oord et al. 2018), Adam (Kingma and Ba 2015) on the rows that a batch touches.
 */
export class ContrastiveTrainer {
  private readonly vectors: Float32Array;
  private readonly settings: ContrastiveSettings;
  private readonly gradient: Float32Array;
  private readonly momentum: Float32Array;
  private readonly variance: Float32Array;
  private readonly touched: Uint8Array;
  private step = 0;

  constructor(vectors: Float32Array, settings: ContrastiveSettings) {
    this.vectors = vectors;
    this.settings = settings;
    this.gradient = new Float32Array(vectors.length);
    this.momentum = new Float32Array(vectors.length);
    this.variance = new Float32Array(vectors.length);
    this.touched = new Uint8Array(vectors.length / settings.dimensions);
  }

  /** One step on a batch; returns its loss. */
  train(batch: readonly Pair[]): number {
    const left = this.embed(batch.map((pair) => pair.left));
    const right = this.embed(batch.map((pair) => pair.right));
    const loss = this.contrast(left, right, batch.length);
    this.spread(
      batch.map((pair) => pair.left),
      left,
    );
    this.spread(
      batch.map((pair) => pair.right),
      right,
    );
    this.update();
    return loss;
  }

  private embed(texts: readonly Int32Array[]): Side {
    const d = this.settings.dimensions;
    const unit = new Float64Array(texts.length * d);
    const length = new Float64Array(texts.length);
    for (let t = 0; t < texts.length; t++) {
      addRows(unit, t * d, this.vectors, texts[t]!, d);
      let squares = 0;
      for (let i = t * d; i < t * d + d; i++) squares += unit[i]! * unit[i]!;
      const norm = Math.sqrt(squares) || 1;
      length[t] = norm;
      for (let i = t * d; i < t * d + d; i++) unit[i]! /= norm;
    }
    return { unit, length, gradient: new Float64Array(texts.length * d) };
  }

  private contrast(left: Side, right: Side, n: number): number {
    const d = this.settings.dimensions;
    const { scale } = this.settings;
    const likeness = products(left.unit, right.unit, n, d);
    const rowSum = new Float64Array(n);
    const columnSum = new Float64Array(n);
    let loss = 0;
    for (let i = 0; i < n; i++) loss -= 2 * scale * (likeness[i * n + i]! - 1);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        // Cosines are at most 1, so that the largest exponent is 0: no overflow.
        const e = Math.exp(scale * (likeness[i * n + j]! - 1));
        likeness[i * n + j] = e;
        rowSum[i]! += e;
        columnSum[j]! += e;
      }
    }
    for (let i = 0; i < n; i++) loss += Math.log(rowSum[i]!) + Math.log(columnSum[i]!);
    const share = scale / (2 * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const e = likeness[i * n + j]!;
        const g = share * (e / rowSum[i]! + e / columnSum[j]! - (i === j ? 2 : 0));
        likeness[i * n + j] = g < NEGLIGIBLE && g > -NEGLIGIBLE ? 0 : g;
      }
    }
    const places = new Int32Array(n);
    const factors = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      gather(likeness, i * n, 1, n, places, factors, d);
      addWeighted(left.gradient, i * d, right.unit, places, factors, d);
      gather(likeness, i, n, n, places, factors, d);
      addWeighted(right.gradient, i * d, left.unit, places, factors, d);
    }
    return loss / (2 * n);
  }

  /** Carries the gradient of the unit vectors back to the terms' rows. */
  private spread(texts: readonly Int32Array[], side: Side): void {
    const d = this.settings.dimensions;
    const back = new Float64Array(d);
    for (let t = 0; t < texts.length; t++) {
      const at = t * d;
      let along = 0;
      for (let i = 0; i < d; i++) along += side.unit[at + i]! * side.gradient[at + i]!;
      const length = side.length[t]!;
      for (let i = 0; i < d; i++) back[i] = (side.gradient[at + i]! - along * side.unit[at + i]!) / length;
      spreadRows(this.gradient, texts[t]!, back, d);
      for (const row of texts[t]!) this.touched[row] = 1;
    }
  }

  private rate(): number {
    const { learningRate, warmUpSteps, steps } = this.settings;
    if (this.step < warmUpSteps) return (learningRate * this.step) / warmUpSteps;
    return learningRate * Math.max(0, 1 - (this.step - warmUpSteps) / Math.max(1, steps - warmUpSteps));
  }

  private update(): void {
    const d = this.settings.dimensions;
    this.step += 1;
    const rate = (this.rate() * Math.sqrt(1 - BETA2 ** this.step)) / (1 - BETA1 ** this.step);
    for (let row = 0; row < this.touched.length; row++) {
      if (this.touched[row] === 0) continue;
      this.touched[row] = 0;
      for (let i = row * d; i < row * d + d; i++) {
        const g = this.gradient[i]!;
        const m = BETA1 * this.momentum[i]! + (1 - BETA1) * g;
        const v = BETA2 * this.variance[i]! + (1 - BETA2) * g * g;
        this.momentum[i] = m;
        this.variance[i] = v;
        this.vectors[i]! -= (rate * m) / (Math.sqrt(v) + EPSILON);
        this.gradient[i] = 0;
      }
    }
  }
}
