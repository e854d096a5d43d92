import type { Matrix } from "../learning.ts";
import { binned } from "./bins.ts";

/** A matrix cut into ranges, in one block of memory that threads share. */
export interface Table {
  readonly n: number;
  readonly p: number;
  /** p × n, column-major: the range of row i in column j sits at `j * n + i`. */
  readonly bins: Uint8Array;
  readonly cuts: readonly Float64Array[];
  readonly widths: readonly Uint8Array[];
  /** 1 for columns in which some row is missing. */
  readonly missing: Uint8Array;
}

/** Cuts the columns of a matrix into ranges; what an earlier matrix shared is not cut again. */
export function tableOf({ columns, n }: Matrix): Table {
  const all = columns.map(binned);
  const bins = new Uint8Array(new SharedArrayBuffer(Math.max(1, n * columns.length)));
  all.forEach((column, j) => bins.set(column.bins, j * n));
  return {
    n,
    p: columns.length,
    bins,
    cuts: all.map(({ cuts }) => cuts),
    widths: all.map(({ widths }) => widths),
    missing: Uint8Array.from(all, ({ missing }) => Number(missing)),
  };
}
