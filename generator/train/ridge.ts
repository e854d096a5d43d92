import { indexRidge, ridgeScores } from "../runtime.ts";
import type { Matrix, Ridge } from "../learning.ts";
import type { Dataset } from "../types.ts";
import { cholesky, solve } from "./cholesky.ts";
import { byFold, type Moments, noMoments, withColumns } from "./moments.ts";
import { outputsOf, shownOutputs } from "./outputs.ts";

/** Ridge strength as a multiple of the number of rows: of standardised columns, a lone one keeps half of what it explains. */
const strength = 1;
/** Significant digits of a weight in the emitted table. */
const digits = 5;
/** Columns that vary less than this share of their size are constant up to rounding. */
const constant = 1e-9;

/** Moments of baseline matrices, which many weighed matrices extend. */
const known = new WeakMap<Matrix, Moments>();

/**
 * A matrix with the columns of a ridge regression over all of its columns at the right, each row answered by a fit that saw no row of its fold.
 *
 * A forest meets columns one at a time; where labels are few and each of many columns says a little, their weighted sum says more than any
 * split can (stacking: Wolpert, "Stacked generalization", 1992). Names and order are those of `withRidge`.
 *
 * @param base The left part of `matrix`, as an object that other calls of the same folds share.
 */
export function withRidgeOutOfFold(base: Matrix, matrix: Matrix, train: Dataset, folds: Int32Array): Matrix {
  const shown = shownOutputs(outputsOf(train));
  let start = known.get(base);
  if (start === undefined) known.set(base, (start = momentsOf(base.columns, train, folds)));
  const moments = withColumns(start, matrix.columns.slice(base.columns.length), folds);
  const columns = shown.map(() => new Float64Array(matrix.n));
  const order = byFold(folds);
  for (const { from, to } of moments.folds) {
    const { bias, weights } = fit(moments, (fold) => fold.from !== from);
    columns.forEach((column, k) => {
      for (let at = from; at < to; at++) {
        let score = bias[k]!;
        for (let j = 0; j < weights.length; j++) score += weights[j]![k]! * moments.centred[j]![at]!;
        column[order[at]!] = score;
      }
    });
  }
  return widened(matrix, namesOf(train), columns);
}

/** The ridge regression over all columns of the matrix that the forest learns from; null where there is none. */
export function fitRidge(matrix: Matrix, train: Dataset): Ridge | null {
  if (matrix.columns.length === 0) return null;
  const moments = momentsOf(matrix.columns, train, new Int32Array(matrix.n));
  const { bias, weights } = fit(moments, () => true);
  return {
    outputs: namesOf(train),
    bias: bias.map(rounded),
    terms: matrix.names.map((column, j) => ({ column, middle: rounded(moments.middles[j]!), weights: weights[j]!.map(rounded) })),
  };
}

/** A matrix with the ridge's columns at the right, as production computes them. */
export function withRidge(ridge: Ridge | null, matrix: Matrix): Matrix {
  if (ridge === null) return matrix;
  const index = indexRidge({ bias: ridge.bias, terms: ridge.terms.map(({ middle, weights }) => [middle, weights] as const) });
  const columns = ridge.outputs.map(() => new Float64Array(matrix.n));
  const x = new Float64Array(matrix.columns.length + columns.length);
  for (let i = 0; i < matrix.n; i++) {
    matrix.columns.forEach((column, j) => (x[j] = column[i]!));
    ridgeScores(index, x);
    columns.forEach((column, k) => (column[i] = x[matrix.columns.length + k]!));
  }
  return widened(matrix, ridge.outputs, columns);
}

function widened({ names, columns, n }: Matrix, outputs: readonly string[], further: readonly Float64Array[]): Matrix {
  return { names: [...names, ...outputs.map((output) => `ridge=${output}`)], columns: [...columns, ...further], n };
}

function namesOf(train: Dataset): string[] {
  const outputs = outputsOf(train);
  return shownOutputs(outputs).map((output) => outputs.names[output]!);
}

function momentsOf(columns: Matrix["columns"], train: Dataset, folds: Int32Array): Moments {
  const outputs = outputsOf(train);
  return withColumns(noMoments(outputs, shownOutputs(outputs), folds), columns, folds);
}

/** Bias of each output, and its weight of each column relative to the column's middle: p × outputs. */
interface Fit {
  readonly bias: readonly number[];
  readonly weights: readonly (readonly number[])[];
}

/** Minimises Σ (y − bias − Σ w z)² + strength × n × Σ (w × deviation)² over the chosen folds. */
function fit({ middles, wanted, folds }: Moments, chosen: (fold: Moments["folds"][0]) => boolean): Fit {
  const used = folds.filter(chosen);
  const n = used.reduce((total, { from, to }) => total + to - from, 0);
  const p = middles.length;
  const mean = (of: (fold: Moments["folds"][0]) => number): number => used.reduce((total, fold) => total + of(fold), 0) / n;
  const means = middles.map((_, j) => mean(({ sums }) => sums[j]!));
  const outputs = wanted.map((_, k) => mean(({ outputSums }) => outputSums[k]!));
  const squares = middles.map((_, j) => mean(({ products }) => products[j]![j]!));
  const deviations = squares.map((square, j) => Math.sqrt(Math.max(0, square - means[j]! * means[j]!)));
  const live = [...middles.keys()].filter((j) => deviations[j]! > constant * (Math.sqrt(squares[j]!) + Math.abs(middles[j]!)));
  const correlations = live.map((j, at) =>
    Float64Array.from(live.slice(0, at + 1), (l) => {
      const shared = (mean(({ products }) => products[j]![l]!) - means[j]! * means[l]!) / (deviations[j]! * deviations[l]!);
      return j === l ? 1 + strength : shared;
    }),
  );
  const factor = cholesky(correlations);
  const weights = Array.from({ length: p }, () => outputs.map(() => 0));
  outputs.forEach((output, k) => {
    const right = live.map((j) => (mean(({ withOutputs }) => withOutputs[j]![k]!) - means[j]! * output) / deviations[j]!);
    solve(factor, right).forEach((weight, at) => (weights[live[at]!]![k] = weight / deviations[live[at]!]!));
  });
  const bias = outputs.map((output, k) => output - weights.reduce((total, row, j) => total + row[k]! * means[j]!, 0));
  return { bias, weights };
}

function rounded(x: number): number {
  return Number(x.toPrecision(digits));
}
