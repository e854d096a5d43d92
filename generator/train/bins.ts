import { shortestBetween } from "./shortest.ts";

/** A column cut into ranges. */
interface Binned {
  /** Range of each row: 0 is missing, range b ≥ 1 holds cuts[b − 2] ≤ value < cuts[b − 1]. */
  readonly bins: Uint8Array;
  /** Ascending; each is the shortest decimal between the two neighbouring values that it parts. */
  readonly cuts: Float64Array;
  /** Characters that each cut takes in print. */
  readonly widths: Uint8Array;
  readonly missing: boolean;
}

/** Ranges of numbers; with the one for missing, 256. */
const mostRanges = 255;
const made = new WeakMap<Float64Array, Binned>();

/** Cuts a column into at most 255 ranges, one a distinct value where there are that few, else of about equal size. Cached by the column's identity. */
export function binned(column: Float64Array): Binned {
  const known = made.get(column);
  if (known !== undefined) return known;
  const fresh = bin(column);
  made.set(column, fresh);
  return fresh;
}

function bin(column: Float64Array): Binned {
  const sorted = column.filter((value) => !Number.isNaN(value)).toSorted();
  if (sorted.length > 0 && !(Number.isFinite(sorted[0]) && Number.isFinite(sorted.at(-1))))
    throw new Error("a column holds an infinite number");
  const cuts = cutsOf(sorted);
  const padded = new Float64Array(mostRanges).fill(Number.POSITIVE_INFINITY);
  padded.set(cuts);
  const bins = new Uint8Array(column.length);
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!;
    bins[i] = Number.isNaN(value) ? 0 : 1 + cutsUpTo(padded, value);
  }
  return { bins, cuts, widths: Uint8Array.from(cuts, (cut) => printNumber(cut).length), missing: sorted.length < column.length };
}

/** A number as the text of a forest spells it. */
export function printNumber(value: number): string {
  const text = String(value);
  return text.startsWith("0.") ? text.slice(1) : text.startsWith("-0.") ? `-${text.slice(2)}` : text;
}

function cutsOf(sorted: Float64Array): Float64Array {
  const firsts: number[] = [];
  for (let i = 1; i < sorted.length; i++) if (sorted[i]! > sorted[i - 1]!) firsts.push(i);
  const chosen = firsts.length < mostRanges ? firsts : spread(firsts, sorted.length);
  return Float64Array.from(chosen, (i) => shortestBetween(sorted[i - 1]!, sorted[i]!));
}

/** Of the places where values change, those next after each equal share of the rows. */
function spread(firsts: readonly number[], n: number): number[] {
  const chosen: number[] = [];
  let wanted = 1;
  for (const place of firsts) {
    if (place < (wanted * n) / mostRanges) continue;
    chosen.push(place);
    while (place >= (wanted * n) / mostRanges) wanted++;
  }
  return chosen.slice(0, mostRanges - 1);
}

/** Number of cuts at or below the value, of 255 that end with infinities. No branch depends on the value, so many searches run at once. */
function cutsUpTo(cuts: Float64Array, value: number): number {
  let at = 0;
  for (let half = 128; half > 0; half >>= 1) at += half * +(cuts[at + half - 1]! <= value);
  return at;
}
