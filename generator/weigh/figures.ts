import { random } from "../random.ts";
import type { Difference, Figures, SliceFigures } from "../learned.ts";
import type { Dataset } from "../types.ts";
import { groupsOf } from "./folds.ts";
import { type Metric, metricsOf, type Outcome, outcomeOf } from "./metrics.ts";
import type { Slice } from "./slices.ts";

const resamples = 1000;

/** The rows of an evaluation and what two arms say of them: n × outputs each, row-major. */
interface Comparison {
  readonly rows: Dataset;
  readonly outputs: number;
  readonly baseline: Float64Array;
  readonly result: Float64Array;
}

/**
 * Figures of both arms and their paired difference (result minus baseline), on the same rows.
 * Intervals: 95 % percentile bootstrap, 1,000 resamples of rows, drawn by group so that rows that belong together stay together;
 * both arms see the same resamples.
 */
export function compare(
  { rows, outputs, baseline, result }: Comparison,
  seed: number,
): { readonly baseline: Figures; readonly result: Figures; readonly difference: readonly Difference[] } {
  const draws = resample(rows.groups, seed);
  const all = Int32Array.from(rows.target.keys());
  const before = outcomeOf(baseline, rows.target, outputs);
  const after = outcomeOf(result, rows.target, outputs);
  const metrics = metricsOf(rows.task);
  return {
    baseline: figures(before, metrics, all, draws),
    result: figures(after, metrics, all, draws),
    difference: metrics.map((metric) => difference(before, after, metric, all, draws)),
  };
}

/** The same for parts of the rows, without intervals but that of the first metric's difference. */
export function compareSlices({ rows, outputs, baseline, result }: Comparison, slices: readonly Slice[], seed: number): SliceFigures[] {
  const before = outcomeOf(baseline, rows.target, outputs);
  const after = outcomeOf(result, rows.target, outputs);
  const metrics = metricsOf(rows.task);
  return slices.map(({ slice, rows: places }) => {
    const all = Int32Array.from(places);
    const draws = resample(
      all.map((i) => rows.groups[i]!),
      seed,
    ).map((drawn) => drawn.map((k) => all[k]!));
    const { value, interval } = difference(before, after, metrics[0], all, draws);
    return {
      slice,
      rows: all.length,
      baseline: metrics.map(({ of }) => of(before, all)),
      result: metrics.map(({ of }) => of(after, all)),
      difference: value,
      interval,
    };
  });
}

function figures(outcome: Outcome, metrics: readonly Metric[], all: Int32Array, draws: readonly Int32Array[]): Figures {
  return {
    rows: all.length,
    metrics: metrics.map(({ name, unit, better, of }) => ({
      name,
      unit,
      value: of(outcome, all),
      interval: middle(draws.map((rows) => of(outcome, rows))),
      better,
    })),
  };
}

function difference(before: Outcome, after: Outcome, { name, of }: Metric, all: Int32Array, draws: readonly Int32Array[]): Difference {
  const minus = (rows: Int32Array): number => of(after, rows) - of(before, rows);
  return { name, value: minus(all), interval: middle(draws.map(minus)) };
}

/** The middle 95 % of the values, by nearest rank. */
function middle(values: readonly number[]): readonly [number, number] {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1]!;
  return [at(0.025), at(0.975)];
}

/** Resamples of row numbers: as many groups as there are, drawn with replacement. */
function resample(groups: Int32Array, seed: number): Int32Array[] {
  const members = groupsOf(groups);
  const source = random(seed, 7);
  return Array.from({ length: resamples }, () => Int32Array.from(members.flatMap(() => members[source.below(members.length)]!)));
}
