import type { ForestSettings } from "../learning.ts";
import { classOf, type Lesson, type Sample, weightOf } from "./sample.ts";
import { drawCut, leftSide, listSeen, newSearch, nowhere, rightSide, type Search, type Searcher, type Side } from "./search.ts";
import { entropyAlone, entropyTable, moveCounted, moveLinked, sweepEntropy } from "./sweep-entropy.ts";

const oneSide = [nowhere] as const;
const bothSides = [leftSide, rightSide] as const;

interface ClassSearch extends Search {
  /** Weight of each class among the node's rows. */
  readonly totals: Float64Array;
  /** Sum of their squares. */
  squares: number;
}

/** The node's rows by range of one column: as lists (few rows), or counted by range and class (many). */
interface Scratch {
  readonly outputs: number;
  readonly lefts: Float64Array;
  /** First row of each range, plus one; 0 where there is none. */
  readonly heads: Int32Array;
  readonly nexts: Int32Array;
  readonly seen: Int32Array;
  /** Ranges × classes, twice: neighbouring rows go to different halves, so that they need not wait for each other. */
  readonly counts: Int32Array;
  /** The ranges that hold rows, ascending; where they were counted, with the counts. */
  readonly listed: Uint8Array;
  readonly found: Float64Array;
}

/**
 * A search by Gini or by entropy (see `sweepEntropy`). By Gini: the sum over classes of S² / n of both sides, S being the weight of a class. A side's squares are brought up to date row
 * by row, (S + w)² = S² + w (2 S + w), and the other side's follow from Σ (T − S)² = Σ T² − 2 Σ T S + Σ S², so that no step costs
 * more for more classes. All sums are whole numbers, exact.
 */
export function searchClasses(
  { table, rows, outputs }: Lesson,
  sample: Sample,
  minLeaf: number,
  criterion: ForestSettings["criterion"],
): Searcher {
  const scratch: Scratch = {
    outputs,
    lefts: new Float64Array(outputs),
    heads: new Int32Array(256),
    nexts: new Int32Array(rows.length + 1),
    seen: new Int32Array(8),
    counts: new Int32Array(512 * outputs),
    listed: new Uint8Array(256),
    found: new Float64Array(256 * outputs),
  };
  const search: ClassSearch = { ...newSearch(rows.length, minLeaf), totals: new Float64Array(outputs), squares: 0 };
  const terms = criterion === "entropy" ? entropyTable(rows.length) : null;
  const entropy = terms === null ? null : { terms, totals: search.totals, lefts: scratch.lefts, listed: scratch.listed };

  function enter(low: number, high: number): number {
    const { totals } = search;
    totals.fill(0);
    let total = 0;
    for (let i = low; i < high; i++) {
      const load = sample.loads[i]!;
      const weight = weightOf(load);
      totals[classOf(load)] = totals[classOf(load)]! + weight;
      total += weight;
    }
    let squares = 0;
    for (let k = 0; k < outputs; k++) squares += totals[k]! * totals[k]!;
    search.total = total;
    search.squares = squares;
    if (squares === total * total) return -1;
    return terms === null ? squares / total : entropyAlone(terms, totals);
  }

  function judge(offset: number, ranges: number, low: number, high: number): boolean {
    return 2 * (high - low) > ranges * outputs ? judgeMany(offset, ranges, low, high) : judgeFew(offset, ranges, low, high);
  }

  function judgeFew(offset: number, ranges: number, low: number, high: number): boolean {
    const count = linkFew(table.bins, sample, offset, ranges, low, high, scratch);
    if (count > 1) {
      drawCut(search, scratch.listed, count);
      const hasMissing = scratch.listed[0] === 0;
      for (const side of hasMissing ? bothSides : oneSide) {
        if (entropy === null) sweepFew(search, scratch, sample.loads, count, side);
        else sweepEntropy(search, entropy, count, side, moveLinked(scratch, sample.loads));
      }
    }
    for (let at = 0; at < count; at++) scratch.heads[scratch.listed[at]!] = 0;
    return count > 1;
  }

  function judgeMany(offset: number, ranges: number, low: number, high: number): boolean {
    const count = countMany(table.bins, sample, offset, ranges, low, high, scratch);
    if (count < 2) return false;
    drawCut(search, scratch.listed, count);
    const hasMissing = scratch.listed[0] === 0;
    for (const side of hasMissing ? bothSides : oneSide) {
      if (entropy === null) sweepMany(search, scratch, count, side);
      else sweepEntropy(search, entropy, count, side, moveCounted(scratch));
    }
    return true;
  }

  return { search, enter, judge };
}

function linkFew(
  bins: Uint8Array,
  { rows }: Sample,
  offset: number,
  ranges: number,
  low: number,
  high: number,
  { heads, nexts, seen, listed }: Scratch,
): number {
  for (let i = low; i < high; i++) {
    const b = bins[offset + rows[i]!]!;
    nexts[i + 1] = heads[b]!;
    heads[b] = i + 1;
    seen[b >> 5] = seen[b >> 5]! | (1 << (b & 31));
  }
  return listSeen(seen, ranges, listed);
}

function countMany(
  bins: Uint8Array,
  { rows, loads }: Sample,
  offset: number,
  ranges: number,
  low: number,
  high: number,
  { outputs, counts, listed, found }: Scratch,
): number {
  const middle = (low + high) >> 1;
  const half = 256 * outputs;
  for (let i = low, j = middle; i < middle; i++, j++) {
    const load = loads[i]!;
    const other = loads[j]!;
    const at = bins[offset + rows[i]!]! * outputs + classOf(load);
    const to = bins[offset + rows[j]!]! * outputs + classOf(other) + half;
    counts[at] = counts[at]! + weightOf(load);
    counts[to] = counts[to]! + weightOf(other);
  }
  if (((high - low) & 1) !== 0) {
    const load = loads[high - 1]!;
    const at = bins[offset + rows[high - 1]!]! * outputs + classOf(load);
    counts[at] = counts[at]! + weightOf(load);
  }
  let count = 0;
  for (let b = 0, at = 0; b < ranges; b++) {
    const to = count * outputs;
    let size = 0;
    for (let k = 0; k < outputs; k++, at++) {
      const sum = counts[at]! + counts[at + half]!;
      counts[at] = 0;
      counts[at + half] = 0;
      found[to + k] = sum;
      size += sum;
    }
    listed[count] = b;
    if (size !== 0) count++;
  }
  return count;
}

/** Moves the ranges from right to left one by one, and notes the best place to stop. */
function sweepFew(
  search: ClassSearch,
  { outputs, lefts, heads, nexts, listed }: Scratch,
  loads: Int32Array,
  count: number,
  side: Side,
): void {
  const { inverse, minLeaf, wanted, total, totals, squares } = search;
  let best = search.score;
  let place = -1;
  let size = 0;
  let own = 0;
  let both = 0;
  for (let k = 0; k < outputs; k++) lefts[k] = 0;
  for (let at = side === rightSide ? 1 : 0; at < count - 1; at++) {
    let next = heads[listed[at]!]!;
    do {
      const load = loads[next - 1]!;
      const weight = weightOf(load);
      const k = classOf(load);
      const left = lefts[k]!;
      lefts[k] = left + weight;
      size += weight;
      own += weight * (2 * left + weight);
      both += weight * totals[k]!;
      next = nexts[next]!;
    } while (next !== 0);
    if (size >= minLeaf && total - size >= minLeaf && (wanted < 0 || at === wanted)) {
      const score = own * inverse[size]! + (squares - 2 * both + own) * inverse[total - size]!;
      if (score > best) {
        best = score;
        place = at;
      }
    }
  }
  if (place >= 0) note(search, listed, best, place, side);
}

/** As `sweepFew`, over counts. */
function sweepMany(search: ClassSearch, { outputs, lefts, found, listed }: Scratch, count: number, side: Side): void {
  const { inverse, minLeaf, wanted, total, totals, squares } = search;
  let best = search.score;
  let place = -1;
  let size = 0;
  let own = 0;
  let both = 0;
  for (let k = 0; k < outputs; k++) lefts[k] = 0;
  for (let at = side === rightSide ? 1 : 0; at < count - 1; at++) {
    const from = at * outputs;
    for (let k = 0; k < outputs; k++) {
      const weight = found[from + k]!;
      const left = lefts[k]!;
      lefts[k] = left + weight;
      size += weight;
      own += weight * (2 * left + weight);
      both += weight * totals[k]!;
    }
    if (size >= minLeaf && total - size >= minLeaf && (wanted < 0 || at === wanted)) {
      const score = own * inverse[size]! + (squares - 2 * both + own) * inverse[total - size]!;
      if (score > best) {
        best = score;
        place = at;
      }
    }
  }
  if (place >= 0) note(search, listed, best, place, side);
}

function note(search: Search, listed: Uint8Array, score: number, place: number, side: Side): void {
  search.score = score;
  search.last = listed[place]!;
  search.first = listed[place + 1]!;
  search.side = side;
}
