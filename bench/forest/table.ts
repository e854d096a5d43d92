import { random } from "../../generator/random.ts";
import type { Matrix } from "../../generator/learning.ts";

/** A synthetic table of two classes. */
export interface Table {
  readonly n: number;
  readonly p: number;
  /** n × p, row-major, all float32 values, so that engines of single precision see the same. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Rows whose class is the sign of a sum of products and steps of ten columns; five are sums of these, the rest noise; 5 % of labels are flipped. */
export function table(n: number, p: number, seed: number): Table {
  const source = random(seed);
  const unit = (): number => source.below(1073741824) / 1073741824 - 0.5;
  const x = new Float64Array(n * p);
  const y = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const row = x.subarray(i * p, (i + 1) * p);
    for (let j = 0; j < p; j++) row[j] = Math.fround(unit() + unit() + unit());
    for (let j = 10; j < 15 && j < p; j++) row[j] = Math.fround(row[j - 10]! + row[j - 9]! / 2);
    const [a, b, c, d, e, f, g, h, k, l] = row as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const signal = a * b * 4 + c + Math.abs(d) - e * f * 3 + (g > 0.3 ? 0.6 : -0.2) + h / 2 - k + l * l;
    y[i] = Number(signal > 0.35) ^ Number(source.below(20) === 0);
  }
  return { n, p, x, y };
}

/** Fresh columns, which no earlier work knows. */
export function matrixOf({ n, p, x }: Table): Matrix {
  const names = Array.from({ length: p }, (_, j) => `c${j}`);
  return { names, n, columns: names.map((_, j) => Float64Array.from({ length: n }, (_, i) => x[i * p + j]!)) };
}

export function rowsOf({ n, p, x }: Table): number[][] {
  return Array.from({ length: n }, (_, i) => [...x.subarray(i * p, (i + 1) * p)]);
}

/** Share of rows whose class is the likelier, and the area under the ROC curve, ties counted half. */
export function quality(second: ArrayLike<number>, y: Float64Array): { readonly accuracy: number; readonly auc: number } {
  const n = y.length;
  const order = Array.from({ length: n }, (_, i) => i).toSorted((a, b) => second[a]! - second[b]!);
  let right = 0;
  for (let i = 0; i < n; i++) right += Number(Number(second[i]! > 0.5) === y[i]);
  let ranks = 0;
  for (let from = 0, to = 0; from < n; from = to) {
    while (to < n && second[order[to]!] === second[order[from]!]) to++;
    for (let at = from; at < to; at++) ranks += y[order[at]!]! * ((from + to + 1) / 2);
  }
  const ones = y.reduce((sum, label) => sum + label, 0);
  return { accuracy: right / n, auc: (ranks - (ones * (ones + 1)) / 2) / (ones * (n - ones)) };
}
