import { exactExp, exactLog } from "./exact.ts";
import type { Bins, Spread } from "./learned.ts";

/** Least total variation distance that is an alarm, of the whole spread: a tenth of the rows lie elsewhere. */
export const alarmBar = 0.1;
/** Least rows on either side: with fewer no verdict is given. */
export const fewestRows = 100;
/** Error rate of a whole monitoring run, shared by its comparisons (Bonferroni). */
const errorRate = 0.01;

/** How far one thing has moved. */
export interface Drift {
  readonly name: string;
  readonly kind: "input" | "step" | "prediction";
  /** Total variation distance of the two spreads, in [0, 1]: the share of rows that would have to move. */
  readonly effect: number;
  /** Of the χ² test of homogeneity; null where there are too few rows. */
  readonly p: number | null;
  readonly rows: { readonly before: number; readonly now: number };
  /** True when the effect is at least the bar, less what rows of this number differ by chance, and the test finds it. */
  readonly alarm: boolean;
  readonly missing: { readonly before: number; readonly now: number };
  /** Values that training did not see, or too rarely. */
  readonly unknown: { readonly before: number; readonly now: number };
  /** The bin that gained most. */
  readonly gained: { readonly bin: string; readonly before: number; readonly now: number };
}

/** Compares spreads of the same names and bins; the largest effect first. */
export function compareSpreads(
  before: readonly Spread[],
  now: readonly Spread[],
  kinds: ReadonlyMap<string, Drift["kind"]>,
  comparisons = before.length,
): Drift[] {
  return before
    .map((old, k) => drift(old, now[k]!, kinds.get(old.name) ?? "step", comparisons))
    .toSorted((a, b) => b.effect - a.effect || (a.name < b.name ? -1 : 1));
}

function drift(before: Spread, now: Spread, kind: Drift["kind"], comparisons: number): Drift {
  const [n, m] = [sumOf(before.counts), sumOf(now.counts)];
  const old = before.counts.map((count) => count / Math.max(1, n));
  const fresh = now.counts.map((count) => count / Math.max(1, m));
  const distance = sumOf(old.map((share, k) => Math.abs(share - fresh[k]!))) / 2;
  const enough = Math.min(n, m) >= fewestRows;
  const p = enough ? homogeneity(before.counts, now.counts) : null;
  const best = fresh.map((share, k) => [share - old[k]!, k] as const).toSorted((a, b) => b[0] - a[0] || a[1] - b[1])[0]![1];
  const last = old.length - 1;
  return {
    name: before.name,
    kind,
    effect: distance,
    p,
    rows: { before: n, now: m },
    alarm: p !== null && distance >= alarmBar && p <= errorRate / comparisons,
    missing: { before: old[last]!, now: fresh[last]! },
    unknown: { before: old[last - 1]!, now: fresh[last - 1]! },
    gained: { bin: binName(before.bins, best), before: old[best]!, now: fresh[best]! },
  };
}

/**
 * Steps of which the truth says something else than it did: for each bin the classes of its rows before and now, as a distance, weighted by
 * the rows that the bin has now.
 */
export function decayOf(before: readonly Spread[], now: readonly Spread[]): Drift[] {
  const fresh = new Map(now.map((spread) => [spread.name, spread]));
  return before
    .flatMap((old): Drift[] => {
      const is = fresh.get(old.name);
      return is === undefined || old.targets.length === 0 ? [] : [decay(old, is, before.length)];
    })
    .toSorted((a, b) => b.effect - a.effect || (a.name < b.name ? -1 : 1));
}

function decay(before: Spread, now: Spread, comparisons: number): Drift {
  const whole = drift(before, now, "step", comparisons);
  let distance = 0;
  let worst = { by: 0, bin: 0 };
  let square = 0;
  let freedom = 0;
  before.targets.forEach((old, k) => {
    const is = now.targets[k]!;
    const [n, m] = [sumOf(old), sumOf(is)];
    if (Math.min(n, m) < 10) return;
    const moved = sumOf(old.map((count, c) => Math.abs(count / n - is[c]! / m))) / 2;
    distance += (moved * m) / Math.max(1, whole.rows.now);
    if (moved > worst.by) worst = { by: moved, bin: k };
    const tested = chiSquare(old, is);
    square += tested.square;
    freedom += tested.freedom;
  });
  const p = whole.p === null || freedom === 0 ? null : upperTail(square, freedom);
  const bin = binName(before.bins, worst.bin);
  return {
    ...whole,
    effect: distance,
    p,
    alarm: p !== null && distance >= alarmBar && p <= errorRate / comparisons,
    gained: { bin, before: 0, now: worst.by },
  };
}

function homogeneity(a: readonly number[], b: readonly number[]): number {
  const { square, freedom } = chiSquare(a, b);
  return freedom === 0 ? 1 : upperTail(square, freedom);
}

/** χ² of two rows of counts; cells that expect fewer than five are joined into one. */
function chiSquare(a: readonly number[], b: readonly number[]): { readonly square: number; readonly freedom: number } {
  const [n, m] = [sumOf(a), sumOf(b)];
  if (n === 0 || m === 0) return { square: 0, freedom: 0 };
  const least = Math.min(n, m) / (n + m);
  const joined = { a: 0, b: 0 };
  const cells: { readonly a: number; readonly b: number }[] = [];
  a.forEach((count, k) => {
    const cell = { a: count, b: b[k]! };
    if ((cell.a + cell.b) * least >= 5) cells.push(cell);
    else {
      joined.a += cell.a;
      joined.b += cell.b;
    }
  });
  if (joined.a + joined.b > 0) cells.push(joined);
  const square = cells.reduce((sum, cell) => {
    const total = cell.a + cell.b;
    const [ea, eb] = [(total * n) / (n + m), (total * m) / (n + m)];
    return sum + ((cell.a - ea) * (cell.a - ea)) / ea + ((cell.b - eb) * (cell.b - eb)) / eb;
  }, 0);
  return { square, freedom: Math.max(0, cells.length - 1) };
}

/**
 * Upper tail of χ²: the regularised incomplete gamma function Q(freedom / 2, square / 2), by its series below and its continued fraction
 * above (Press et al., Numerical Recipes, 6.2).
 */
function upperTail(square: number, freedom: number): number {
  const [a, x] = [freedom / 2, square / 2];
  if (x <= 0) return 1;
  const front = exactExp(a * exactLog(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let k = 1; k < 500 && term > sum * 1e-15; k++) {
      term *= x / (a + k);
      sum += term;
    }
    return Math.max(0, 1 - front * sum);
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < 500; k++) {
    const an = -k * (k - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return front * h;
}

/** ln Γ of a half-integer or integer above 0, by recursion from Γ(1) and Γ(½) = √π. */
function logGamma(a: number): number {
  let log = Number.isInteger(a) ? 0 : 0.5 * exactLog(Math.PI);
  for (let k = Number.isInteger(a) ? 1 : 0.5; k < a; k++) log += exactLog(k);
  return log;
}

/** A bin as a reader wants it. */
function binName(bins: Bins, place: number): string {
  if (bins.kind === "values") return bins.values[place] ?? (place === bins.values.length ? "another value" : "missing");
  const { cuts } = bins;
  if (place > cuts.length) return place === cuts.length + 1 ? "out of range" : "missing";
  if (cuts.length === 0) return "any number";
  return place === 0 ? `up to ${cuts[0]!}` : place === cuts.length ? `above ${cuts.at(-1)!}` : `${cuts[place - 1]!} to ${cuts[place]!}`;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
