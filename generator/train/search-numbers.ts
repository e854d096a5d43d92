import { type Lesson, type Sample, weightOf } from "./sample.ts";
import { drawCut, leftSide, listSeen, newSearch, nowhere, rightSide, type Search, type Searcher, type Side } from "./search.ts";

interface NumberSearch extends Search {
  /** Sum of the scores of the node's rows, each times its weight. */
  mass: number;
}

/** The node's rows by range of one column. */
interface Scratch {
  /** By range, twice: neighbouring rows go to different halves, so that they need not wait for each other. */
  readonly sums: Float64Array;
  readonly sizes: Int32Array;
  readonly seen: Int32Array;
  /** The ranges that hold rows, ascending, and what they hold. */
  readonly listed: Uint8Array;
  readonly found: Float64Array;
  readonly foundSizes: Int32Array;
}

/** A search by variance: S² / n of both sides, S being the sum of scores. */
export function searchNumbers({ table, rows }: Lesson, sample: Sample, minLeaf: number): Searcher {
  const { loads, masses } = sample;
  const search: NumberSearch = { ...newSearch(rows.length, minLeaf), mass: 0 };
  const scratch: Scratch = {
    sums: new Float64Array(512),
    sizes: new Int32Array(512),
    seen: new Int32Array(8),
    listed: new Uint8Array(256),
    found: new Float64Array(256),
    foundSizes: new Int32Array(256),
  };

  function enter(low: number, high: number): number {
    let total = 0;
    let mass = 0;
    let alike = true;
    const firstScore = masses[low]! / weightOf(loads[low]!);
    for (let i = low; i < high; i++) {
      const weight = weightOf(loads[i]!);
      total += weight;
      mass += masses[i]!;
      if (masses[i]! !== firstScore * weight) alike = false;
    }
    search.total = total;
    search.mass = mass;
    return alike ? -1 : (mass * mass) / total;
  }

  function judge(offset: number, ranges: number, low: number, high: number): boolean {
    const count =
      high - low > ranges
        ? sumMany(table.bins, sample, offset, ranges, low, high, scratch)
        : sumFew(table.bins, sample, offset, ranges, low, high, scratch);
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
  { rows, loads, masses }: Sample,
  offset: number,
  ranges: number,
  low: number,
  high: number,
  scratch: Scratch,
): number {
  const { sums, sizes, seen, listed, found, foundSizes } = scratch;
  for (let i = low; i < high; i++) {
    const b = bins[offset + rows[i]!]!;
    sums[b] = sums[b]! + masses[i]!;
    sizes[b] = sizes[b]! + weightOf(loads[i]!);
    seen[b >> 5] = seen[b >> 5]! | (1 << (b & 31));
  }
  const count = listSeen(seen, ranges, listed);
  for (let i = 0; i < count; i++) {
    const b = listed[i]!;
    found[i] = sums[b]!;
    foundSizes[i] = sizes[b]!;
    sums[b] = 0;
    sizes[b] = 0;
  }
  return count;
}

function sumMany(
  bins: Uint8Array,
  { rows, loads, masses }: Sample,
  offset: number,
  ranges: number,
  low: number,
  high: number,
  scratch: Scratch,
): number {
  const { sums, sizes, listed, found, foundSizes } = scratch;
  const middle = (low + high) >> 1;
  for (let i = low, j = middle; i < middle; i++, j++) {
    const b = bins[offset + rows[i]!]!;
    const c = bins[offset + rows[j]!]! + 256;
    sums[b] = sums[b]! + masses[i]!;
    sizes[b] = sizes[b]! + weightOf(loads[i]!);
    sums[c] = sums[c]! + masses[j]!;
    sizes[c] = sizes[c]! + weightOf(loads[j]!);
  }
  if (((high - low) & 1) !== 0) {
    const b = bins[offset + rows[high - 1]!]!;
    sums[b] = sums[b]! + masses[high - 1]!;
    sizes[b] = sizes[b]! + weightOf(loads[high - 1]!);
  }
  let count = 0;
  for (let b = 0; b < ranges; b++) {
    const size = sizes[b]! + sizes[b + 256]!;
    listed[count] = b;
    found[count] = sums[b]! + sums[b + 256]!;
    foundSizes[count] = size;
    sums[b] = 0;
    sums[b + 256] = 0;
    sizes[b] = 0;
    sizes[b + 256] = 0;
    if (size !== 0) count++;
  }
  return count;
}

/** Moves the ranges from right to left one by one, and notes the best place to stop. */
function sweep(search: NumberSearch, { listed, found, foundSizes }: Scratch, count: number, side: Side): void {
  const { inverse, minLeaf, wanted, total, mass } = search;
  let best = search.score;
  let place = -1;
  let size = 0;
  let left = 0;
  for (let at = side === rightSide ? 1 : 0; at < count - 1; at++) {
    left += found[at]!;
    size += foundSizes[at]!;
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
