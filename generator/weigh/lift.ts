import { studentCdf, studentQuantile } from "./student.ts";

/** A paired difference in loss: without minus with, so positive is better. */
export interface Lift {
  readonly lift: number;
  readonly interval: readonly [number, number];
  /** One-sided p of "the lift is not above minLift". */
  readonly p: number;
  readonly foldsWon: number;
  readonly folds: number;
}

/**
 * The corrected resampled t-test (Nadeau & Bengio, "Inference for the generalization error", Machine Learning 52, 2003).
 *
 * With d_j the mean difference on test fold j of J (all repeats together), d̄ and s² their mean and variance (divisor J − 1):
 * t = (d̄ − minLift) / √((1/J + n_test/n_train) s²) with J − 1 degrees of freedom; n_test/n_train is averaged over the folds. The plain
 * t-test (1/J alone) takes overlapping training sets for independent ones. A constant difference has no error: p is 0 above minLift, else 1.
 *
 * Each end of the interval holds with the given confidence, so it lies above minLift exactly when p is below 1 − confidence.
 *
 * @param without, after Losses of each row, one array a repeat; the arm with fewer repeats decides how many count.
 * @param among Places of the rows that count, if not all do. Folds without any of them do not count; what the forests learned from does not change.
 */
export function liftOf(
  without: { readonly losses: readonly Float64Array[] },
  after: { readonly losses: readonly Float64Array[] },
  folds: readonly Int32Array[],
  { confidence, minLift }: { readonly confidence: number; readonly minLift: number },
  among: Iterable<number> = without.losses[0]!.keys(),
): Lift {
  const used = folds.slice(0, Math.min(without.losses.length, after.losses.length));
  const { means, ratio } = foldMeans(without.losses, after.losses, used, [...among]);
  const count = means.length;
  const lift = means.reduce((sum, d) => sum + d, 0) / count;
  const variance = means.reduce((sum, d) => sum + (d - lift) * (d - lift), 0) / (count - 1);
  const error = Math.sqrt((1 / count + ratio) * variance);
  const reach = error * studentQuantile(confidence, count - 1);
  const p = error > 0 ? studentCdf((minLift - lift) / error, count - 1) : lift > minLift ? 0 : 1;
  return { lift, interval: [lift - reach, lift + reach], p, foldsWon: means.filter((d) => d > 0).length, folds: count };
}

function foldMeans(
  without: readonly Float64Array[],
  after: readonly Float64Array[],
  folds: readonly Int32Array[],
  among: readonly number[],
): { means: number[]; ratio: number } {
  const means: number[] = [];
  let ratio = 0;
  folds.forEach((assigned, repeat) => {
    const count = assigned.reduce((most, f) => Math.max(most, f + 1), 0);
    const sums = new Float64Array(count);
    const rows = new Int32Array(count);
    const sizes = new Int32Array(count);
    for (const f of assigned) sizes[f]!++;
    for (const i of among) {
      const f = assigned[i]!;
      sums[f]! += without[repeat]![i]! - after[repeat]![i]!;
      rows[f]!++;
    }
    rows.forEach((held, f) => {
      if (held === 0) return;
      means.push(sums[f]! / held);
      ratio += sizes[f]! / (assigned.length - sizes[f]!);
    });
  });
  return { means, ratio: ratio / means.length };
}
