import { exactExp, exactLog } from "../exact.ts";
import type { Objective } from "./minimize.ts";

/** Rows of sparse numbers: row r holds the places `starts[r]` to `starts[r + 1]`. */
export interface Sparse {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float64Array;
  /** Number of distinct ids. */
  readonly width: number;
}

/**
 * Mean log loss of a multinomial logistic regression with L2 penalty |W|² / (2 C n), as scikit-learn's.
 * Parameters: (width + 1) × k, row-major; the last k are the biases, which are not penalised.
 */
export function softmaxObjective(x: Sparse, labels: Float64Array, k: number, c: number): Objective {
  const n = labels.length;
  const scores = new Float64Array(k);
  return (w, gradient) => {
    const penalty = penalize(w, gradient, x.width * k, c * n);
    let loss = 0;
    for (let r = 0; r < n; r++) {
      score(x, r, w, scores);
      let top = scores[0]!;
      for (let j = 1; j < k; j++) if (scores[j]! > top) top = scores[j]!;
      const label = labels[r]!;
      loss -= scores[label]! - top;
      let total = 0;
      for (let j = 0; j < k; j++) total += scores[j] = exactExp(scores[j]! - top);
      loss += exactLog(total);
      for (let j = 0; j < k; j++) scores[j]! /= total;
      scores[label]! -= 1;
      for (let j = 0; j < k; j++) scores[j]! /= n;
      spread(x, r, scores, gradient);
    }
    return loss / n + penalty;
  };
}

/** Half the mean squared error of a linear regression, penalised like the above; `targets` should have mean 0 and deviation 1. */
export function ridgeObjective(x: Sparse, targets: Float64Array, c: number): Objective {
  const n = targets.length;
  const error = new Float64Array(1);
  return (w, gradient) => {
    const penalty = penalize(w, gradient, x.width, c * n);
    let loss = 0;
    for (let r = 0; r < n; r++) {
      score(x, r, w, error);
      error[0]! -= targets[r]!;
      loss += error[0]! * error[0]!;
      error[0]! /= n;
      spread(x, r, error, gradient);
    }
    return loss / (2 * n) + penalty;
  };
}

/** Writes the gradient of the penalty of the first `length` parameters and returns it. */
function penalize(w: Float64Array, gradient: Float64Array, length: number, strength: number): number {
  gradient.fill(0, length);
  let squares = 0;
  for (let i = 0; i < length; i++) {
    squares += w[i]! * w[i]!;
    gradient[i] = w[i]! / strength;
  }
  return squares / (2 * strength);
}

/** Writes the scores of a row. */
function score({ starts, ids, values, width }: Sparse, row: number, w: Float64Array, out: Float64Array): void {
  const k = out.length;
  out.fill(0);
  for (let p = starts[row]!; p < starts[row + 1]!; p++) {
    const at = ids[p]! * k;
    const value = values[p]!;
    for (let j = 0; j < k; j++) out[j]! += value * w[at + j]!;
  }
  for (let j = 0; j < k; j++) out[j]! += w[width * k + j]!;
}

/** Adds a row's part of the gradient, given the derivative of the loss by each score. */
function spread({ starts, ids, values, width }: Sparse, row: number, slopes: Float64Array, gradient: Float64Array): void {
  const k = slopes.length;
  for (let p = starts[row]!; p < starts[row + 1]!; p++) {
    const at = ids[p]! * k;
    const value = values[p]!;
    for (let j = 0; j < k; j++) gradient[at + j]! += value * slopes[j]!;
  }
  for (let j = 0; j < k; j++) gradient[width * k + j]! += slopes[j]!;
}
