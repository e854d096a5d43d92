import type { PartEffect } from "../types.ts";
import type { Arm } from "./arm.ts";
import { liftOf } from "./lift.ts";
import type { Slice } from "./slices.ts";

/** Two arms on the same rows and folds. */
interface Pair {
  readonly without: Pick<Arm, "losses">;
  readonly after: Pick<Arm, "losses">;
  readonly folds: readonly Int32Array[];
}

/**
 * What a step does to parts of the rows, from losses that were measured anyway.
 *
 * The intervals hold with `confidence` for all parts together (Bonferroni): of many parts some look worse by chance. Parts that stand in
 * one fold only are left out. Figures are rounded to a millionth: there are many, and nothing is decided by them.
 *
 * @param speaks Whether the step says something, by row.
 */
export function partEffects(
  { without, after, folds }: Pair,
  slices: readonly Slice[],
  speaks: readonly boolean[],
  confidence: number,
): PartEffect[] {
  const each = 1 - (1 - confidence) / Math.max(1, slices.length);
  return slices.flatMap(({ slice, rows }) => {
    const { lift, interval, folds: met } = liftOf(without, after, folds, { confidence: each, minLift: 0 }, rows);
    if (met < 2) return [];
    const fires = rows.filter((i) => speaks[i]).length / rows.length;
    return [
      {
        part: slice,
        rows: rows.length,
        fires: millionths(fires),
        lift: millionths(lift),
        interval: [millionths(interval[0]), millionths(interval[1])],
      },
    ];
  });
}

function millionths(x: number): number {
  return Math.round(x * 1e6) / 1e6 + 0;
}
