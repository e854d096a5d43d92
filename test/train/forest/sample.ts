import { random } from "../../../generator/random.ts";
import type { Matrix } from "../../../generator/learning.ts";

/** A table with booleans, small integers, decimals and holes, and a target that follows some of its columns. */
export function sample(n: number, p: number, outputs: number, seed: number): { readonly matrix: Matrix; readonly target: Float64Array } {
  const source = random(seed);
  const share = (): number => source.below(1_000_000) / 1_000_000;
  const cell = (j: number): number => {
    if (j % 4 === 0) return source.below(2);
    if (j % 4 === 1) return source.below(7) - 3;
    return j % 4 === 2 && share() < 0.2 ? Number.NaN : share() * 10 ** ((j % 5) - 2);
  };
  const columns = Array.from({ length: p }, (_, j) => Float64Array.from({ length: n }, () => cell(j)));
  const signal = (i: number): number =>
    columns[0]![i]! + (columns[1 % p]![i]! + 3) / 6 + (Number.isNaN(columns[2 % p]![i]!) ? 1 : 0) + share() / 2;
  const target = Float64Array.from({ length: n }, (_, i) =>
    outputs === 1 ? signal(i) : Math.min(outputs - 1, Math.floor((signal(i) / 3.5) * outputs)),
  );
  return { matrix: { names: columns.map((_, j) => `c${j}`), columns, n }, target };
}
