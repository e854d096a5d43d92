import { exactLog } from "../exact.ts";
import { classOf, weightOf } from "./sample.ts";
import type { Search, Side } from "./search.ts";
import { rightSide } from "./search.ts";

/** n ln n of whole numbers up to the most that a node can weigh, in nats. */
export function entropyTable(most: number): Float64Array {
  return Float64Array.from({ length: most + 1 }, (_, n) => (n === 0 ? 0 : n * exactLog(n)));
}

/** A node's classes on the way from right to left, and where its rows stand. */
interface Sweep {
  readonly terms: Float64Array;
  /** Weight of each class in the node. */
  readonly totals: Float64Array;
  /** Weight of each class on the left so far. */
  readonly lefts: Float64Array;
  /** The ranges that hold rows, ascending. */
  readonly listed: Uint8Array;
}

/** Score of a node that is not split: it grows with what its classes are known by, Σ S ln S. A pure node has the most, n ln n. */
export function entropyAlone(terms: Float64Array, totals: Float64Array): number {
  let score = 0;
  for (let k = 0; k < totals.length; k++) score += terms[totals[k]!]!;
  return score;
}

/**
 * Moves ranges from right to left one by one, and notes the best place to stop by information gain (J. R. Quinlan, "Induction of decision
 * trees", 1986): the score is Σ S ln S of both sides − n ln n of both sides + n ln n of the node, so that it compares with `entropyAlone`.
 *
 * @param move Moves the rows of one range to the left.
 */
export function sweepEntropy(
  search: Search,
  { terms, totals, lefts, listed }: Sweep,
  count: number,
  side: Side,
  move: (at: number) => number,
): void {
  const { minLeaf, wanted, total } = search;
  let place = -1;
  let size = 0;
  lefts.fill(0);
  for (let at = side === rightSide ? 1 : 0; at < count - 1; at++) {
    size += move(at);
    if (size < minLeaf || total - size < minLeaf || (wanted >= 0 && at !== wanted)) continue;
    let score = terms[total]! - terms[size]! - terms[total - size]!;
    for (let k = 0; k < totals.length; k++) score += terms[lefts[k]!]! + terms[totals[k]! - lefts[k]!]!;
    if (score <= search.score) continue;
    search.score = score;
    place = at;
  }
  if (place < 0) return;
  search.last = listed[place]!;
  search.first = listed[place + 1]!;
  search.side = side;
}

/** Moves rows that are linked by range (see `linkFew`). */
export function moveLinked(
  {
    heads,
    nexts,
    listed,
    lefts,
  }: { readonly heads: Int32Array; readonly nexts: Int32Array; readonly listed: Uint8Array; readonly lefts: Float64Array },
  loads: Int32Array,
): (at: number) => number {
  return (at) => {
    let moved = 0;
    for (let next = heads[listed[at]!]!; next !== 0; next = nexts[next]!) {
      const load = loads[next - 1]!;
      lefts[classOf(load)]! += weightOf(load);
      moved += weightOf(load);
    }
    return moved;
  };
}

/** Moves rows that are counted by range and class (see `countMany`). */
export function moveCounted({
  outputs,
  found,
  lefts,
}: {
  readonly outputs: number;
  readonly found: Float64Array;
  readonly lefts: Float64Array;
}): (at: number) => number {
  return (at) => {
    let moved = 0;
    for (let k = 0; k < outputs; k++) {
      const weight = found[at * outputs + k]!;
      lefts[k]! += weight;
      moved += weight;
    }
    return moved;
  };
}
