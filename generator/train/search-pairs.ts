import { type Lesson, type Sample, second } from "./sample.ts";
import { drawCut, leftSide, listSeen, newSearch, nowhere, rightSide, type Search, type Searcher, type Side } from "./search.ts";

interface PairSearch extends Search {
  /** Weight of the second class among the node's rows. */
  mass: number;
}

/** The node's rows by range of one column. */
interface Scratch {
  /** By range, twice: neighbouring rows go to different halves, so that they need not wait for each other. */
  readonly sums: Float64Array;
  readonly seen: Int32Array;
  /** The ranges that hold rows, ascending, and their sums. */
  readonly listed: Uint8Array;
  readonly found: Float64Array;
}

/** A search among two classes: S² / n of both sides, S being the weight of the second class, which orders cuts as Gini does. */
export function searchPairs({ table, rows }: Lesson, { rows: members, masses }: Sample, minLeaf: number): Searcher {
  const scratch: Scratch = {
    sums: new Float64Array(512),
    seen: new Int32Array(8),
    listed: new Uint8Array(256),
    found: new Float64Array(256),
  };
  const search: PairSearch = { ...newSearch(rows.length, minLeaf), mass: 0 };

  function enter(low: number, high: number): number {
    let sum = 0;
    for (let i = low; i < high; i++) sum += masses[i]!;
    search.mass = Math.floor(sum / second);
    search.total = sum - search.mass * second;
    return search.mass === 0 || search.mass === search.total ? -1 : (search.mass * search.mass) / search.total;
  }

  function judge(offset: number, ranges: number, low: number, high: number): boolean {
    const count =
      high - low > ranges
        ? sumMany(table.bins, members, masses, offset, ranges, low, high, scratch)
        : sumFew(table.bins, members, masses, offset, ranges, low, high, scratch);
    if (count < 2) return false;
    drawCut(search, scratch.listed, count);
    if (scratch.listed[0] !== 0) sweep(search, scratch, count, nowhere);
    else {
      sweep(search, scratch, count, leftSide);
      sweep(search, scratch, count, rightSide);
    }
    return true;
  }

  return { search, enter, judge };
}

function sumFew(
  bins: Uint8Array,
  rows: Int32Array,
  masses: Float64Array,
  offset: number,
  ranges: number,
  low: number,
  high: number,
  { sums, seen, listed, found }: Scratch,
): number {
  for (let i = low; i < high; i++) {
    const b = bins[offset + rows[i]!]!;
    sums[b] = sums[b]! + masses[i]!;
    seen[b >> 5] = seen[b >> 5]! | (1 << (b & 31));
  }
  const count = listSeen(seen, ranges, listed);
  for (let i = 0; i < count; i++) {
    const b = listed[i]!;
    found[i] = sums[b]!;
    sums[b] = 0;
  }
  return count;
}

function sumMany(
  bins: Uint8Array,
  rows: Int32Array,
  masses: Float64Array,
  offset: number,
  ranges: number,
  low: number,
  high: number,
  { sums, listed, found }: Scratch,
): number {
  const middle = (low + high) >> 1;
  for (let i = low, j = middle; i < middle; i++, j++) {
    const b = bins[offset + rows[i]!]!;
    const c = bins[offset + rows[j]!]! + 256;
    sums[b] = sums[b]! + masses[i]!;
    sums[c] = sums[c]! + masses[j]!;
  }
  if (((high - low) & 1) !== 0) {
    const b = bins[offset + rows[high - 1]!]!;
    sums[b] = sums[b]! + masses[high - 1]!;
  }
  let count = 0;
  for (let b = 0; b < ranges; b++) {
    const sum = sums[b]! + sums[b + 256]!;
    sums[b] = 0;
    sums[b + 256] = 0;
    listed[count] = b;
    found[count] = sum;
    if (sum !== 0) count++;
  }
  return count;
}

/** Moves the ranges from right to left one by one, and notes the best place to stop. */
function sweep(search: PairSearch, { listed, found }: Scratch, count: number, side: Side): void {
  const { inverse, minLeaf, wanted, total, mass } = search;
  let best = search.score;
  let place = -1;
  let size = 0;
  let left = 0;
  for (let at = side === rightSide ? 1 : 0; at < count - 1; at++) {
    const sum = found[at]!;
    const ones = Math.floor(sum * (1 / second));
    left += ones;
    size += sum - ones * second;
    if (size >= minLeaf && total - size >= minLeaf && (wanted < 0 || at === wanted)) {
      const right = mass - left;
      const score = left * left * inverse[size]! + right * right * inverse[total - size]!;
      if (score > best) {
        best = score;
        place = at;
      }
    }
  }
  if (place < 0) return;
  search.score = best;
  search.last = listed[place]!;
  search.first = listed[place + 1]!;
  search.side = side;
}
