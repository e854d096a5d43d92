import type { Bins, Spread } from "./learned.ts";

/** Bins of a number column hold about this share of the rows each. */
const numberBins = 10;
/** Values with fewer rows are no bin of their own: too few to compare, and too close to one person. */
const fewestRows = 5;
const mostValues = 40;

/** One value as bins see it; null is missing. */
export type Binned = string | number | null;

/** Bins of about equal content over the numbers among the values; edges have three digits, so that none is one row's own number. */
export function numberBinsOf(values: readonly Binned[]): Bins {
  const sorted = values.filter((value) => typeof value === "number").toSorted((a, b) => a - b);
  const [low, high] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const at = Array.from({ length: numberBins - 1 }, (_, k) => sorted[Math.floor(((k + 1) * sorted.length) / numberBins)] ?? 0);
  const cuts = [...new Set(at.map((cut) => Number(cut.toPrecision(3))))].filter((cut) => cut >= low && cut < high);
  return { kind: "numbers", cuts, range: [outward(low, -1), outward(high, 1)] };
}

/** A bin for each value that is common enough, commonest first. */
export function valueBinsOf(values: readonly Binned[]): Bins {
  const counts = new Map<string, number>();
  for (const value of values) if (typeof value === "string") counts.set(value, (counts.get(value) ?? 0) + 1);
  const common = [...counts].filter(([, rows]) => rows >= fewestRows).toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return { kind: "values", values: common.slice(0, mostValues).map(([value]) => value) };
}

/** Where a value falls: its bin, or the place after the bins (another value), or the one after that (missing). */
function binOf(bins: Bins, value: Binned): number {
  if (bins.kind === "values") {
    if (value === null) return bins.values.length + 1;
    const at = bins.values.indexOf(String(value));
    return at < 0 ? bins.values.length : at;
  }
  const { cuts, range } = bins;
  if (typeof value !== "number") return cuts.length + 2;
  if (value < range[0] || value > range[1]) return cuts.length + 1;
  const at = cuts.findIndex((cut) => value <= cut);
  return at < 0 ? cuts.length : at;
}

/** Places that values may fall into: the bins, another value, missing. */
function placesOf(bins: Bins): number {
  return bins.kind === "values" ? bins.values.length + 2 : bins.cuts.length + 3;
}

/**
 * Counts values into bins.
 *
 * @param target Of each value: a class in [0, outputs), or with `outputs` 1 a number. Null where it is not known.
 */
export function spreadOf(name: string, bins: Bins, values: readonly Binned[], target: Float64Array | null, outputs: number): Spread {
  const counts = Array.from({ length: placesOf(bins) }, () => 0);
  const targets = counts.map(() => Array.from({ length: outputs }, () => 0));
  values.forEach((value, i) => {
    const place = binOf(bins, value);
    counts[place]! += 1;
    if (target === null) return;
    if (outputs === 1) targets[place]![0]! += target[i]!;
    else targets[place]![target[i]!]! += 1;
  });
  return { name, bins, counts, targets };
}

/** The number with three digits, rounded away from the others. */
function outward(value: number, sign: 1 | -1): number {
  const near = Number(value.toPrecision(3));
  if (sign * near >= sign * value) return near;
  const exponent = Number(value.toExponential(2).split("e")[1]);
  return Number((near + sign * Number(`1e${exponent - 2}`)).toPrecision(3));
}
