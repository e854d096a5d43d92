import type { Matrix } from "../learning.ts";
import type { Outputs } from "./outputs.ts";

/** Sums over the rows of each fold, from which a linear model of any folds follows without another look at the rows. */
export interface Moments {
  /** Mean of the known values of each column; columns are taken relative to it, missing is 0. */
  readonly middles: readonly number[];
  /** The columns so centred, rows sorted by fold. */
  readonly centred: readonly Float64Array[];
  /** The target's columns (indicators of the outputs, or the number), rows sorted by fold. */
  readonly wanted: readonly Float64Array[];
  readonly folds: readonly FoldMoments[];
}

/** Of one fold. */
interface FoldMoments {
  /** Its rows stand in the sorted columns from `from` up to, but not including, `to`. */
  readonly from: number;
  readonly to: number;
  readonly sums: readonly number[];
  /** Products of columns: lower triangle, row by row. */
  readonly products: readonly Float64Array[];
  /** Products of each column with each output. */
  readonly withOutputs: readonly Float64Array[];
  readonly outputSums: readonly number[];
}

/** Row numbers sorted by fold, and in order within one. */
export function byFold(folds: Int32Array): Int32Array {
  return Int32Array.from(folds.keys()).toSorted((a, b) => folds[a]! - folds[b]! || a - b);
}

/** The moments of no column at all. */
export function noMoments(outputs: Outputs, shown: readonly number[], folds: Int32Array): Moments {
  const order = byFold(folds);
  const wanted = shown.map((output) =>
    Float64Array.from(order, (i) => (outputs.kind === "number" ? outputs.target[i]! : Number(outputs.target[i] === output))),
  );
  const starts = [...order.keys()].filter((at) => at === 0 || folds[order[at]!] !== folds[order[at - 1]!]);
  return {
    middles: [],
    centred: [],
    wanted,
    folds: starts.map((from, f) => {
      const to = starts[f + 1] ?? order.length;
      return { from, to, sums: [], products: [], withOutputs: [], outputSums: wanted.map((y) => sum(y, from, to)) };
    }),
  };
}

/** The moments with further columns at the right; what was known is not computed again. */
export function withColumns(known: Moments, columns: Matrix["columns"], folds: Int32Array): Moments {
  const order = byFold(folds);
  const middles = columns.map(middleOf);
  const fresh = columns.map((column, j) => Float64Array.from(order, (i) => (Number.isNaN(column[i]!) ? 0 : column[i]! - middles[j]!)));
  const centred = [...known.centred, ...fresh];
  return {
    ...known,
    middles: [...known.middles, ...middles],
    centred,
    folds: known.folds.map((fold) => ({
      ...fold,
      sums: [...fold.sums, ...fresh.map((x) => sum(x, fold.from, fold.to))],
      products: [
        ...fold.products,
        ...fresh.map((x, j) => Float64Array.from(centred.slice(0, known.centred.length + j + 1), (z) => product(x, z, fold.from, fold.to))),
      ],
      withOutputs: [...fold.withOutputs, ...fresh.map((x) => Float64Array.from(known.wanted, (y) => product(x, y, fold.from, fold.to)))],
    })),
  };
}

/** Mean of the values that are not missing; 0 where all are. */
function middleOf(column: Float64Array): number {
  let total = 0;
  let count = 0;
  for (const x of column) {
    if (Number.isNaN(x)) continue;
    total += x;
    count++;
  }
  return count === 0 ? 0 : total / count;
}

function sum(x: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += x[i]!;
  return total;
}

function product(x: Float64Array, y: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += x[i]! * y[i]!;
  return total;
}
