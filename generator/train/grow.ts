import type { Random } from "../random.ts";
import type { ForestSettings } from "../learning.ts";
import { type Lesson, newSample, type Sample, weightOf } from "./sample.ts";
import { searchClasses } from "./search-classes.ts";
import { searchNumbers } from "./search-numbers.ts";
import { searchPairs } from "./search-pairs.ts";
import { leftSide, nowhere, rightSide } from "./search.ts";
import { shortestBetween } from "./shortest.ts";
import type { Tree } from "./tree.ts";

interface Growth extends Pick<ForestSettings, "maxDepth" | "minLeaf" | "criterion" | "cuts"> {
  /**
   * Columns tried at a split, on average, at least 1; not counting those in which the node's rows do not differ. A part of a column is the
   * chance of one more, so that a forest of one more column is hardly another one.
   */
  readonly tried: number;
}

/** Grows trees from samples of a lesson, one after another in the same memory. */
interface Grower {
  readonly sample: Sample;
  /** Grows a tree from the first `size` rows of the sample. */
  grow(size: number, source: Random): Tree;
}

/** A split must score better than none by more than rounding. */
const slack = 1 + 1e-12;

/**
 * A grower of trees (Breiman, "Random forests", 2001: a fresh sample of columns at every split, no pruning) on columns cut into ranges
 * beforehand (Ke and others, "LightGBM", 2017).
 *
 * A cut's score is the sum over outputs of S² / n of both sides, S being the weight of a class or the sum of numbers: the best cut leaves the
 * least Gini impurity, or the least variance; by entropy see `sweepEntropy`. With random cuts each column that is tried offers one (`drawCut`). Where rows of the node miss a column, both sides are tried for them, and missing
 * against known; where only other rows miss it, missing goes the way of most.
 */
export function newGrower(lesson: Lesson, { maxDepth, minLeaf, criterion, cuts: kindOfCuts, tried }: Growth): Grower {
  const { table, outputs, rows: all } = lesson;
  const { n, p, bins, cuts, widths, missing } = table;
  const sample = newSample(lesson);
  const searcher =
    outputs > 2 || (outputs === 2 && criterion === "entropy")
      ? searchClasses(lesson, sample, minLeaf, criterion)
      : (outputs === 2 ? searchPairs : searchNumbers)(lesson, sample, minLeaf);
  const { search } = searcher;
  const nodes = newNodes(Math.max(1, 2 * all.length - 1));
  const order = new Int32Array(p);
  const whole = Math.floor(tried);
  const part = tried - whole;
  /** Nodes to come, five numbers each. */
  const stack = new Int32Array(5 * (Math.min(maxDepth, all.length) + 2));
  let leaves = new Float64Array(64 * outputs);

  /** Places of `order` up to `live` hold columns that are not known to be the same in all rows of the node. */
  function split(low: number, high: number, live: number, source: Random): { readonly column: number; readonly live: number } {
    let column = -1;
    let fresh = live;
    let kept = live;
    const most = part > 0 && source.word() / 4294967296 < part ? whole + 1 : whole;
    for (let found = 0; found < most && fresh > 0;) {
      const at = Math.floor((source.word() / 4294967296) * fresh);
      const candidate = order[at]!;
      fresh--;
      order[at] = order[fresh]!;
      order[fresh] = candidate;
      const before = search.score;
      if (searcher.judge(candidate * n, cuts[candidate]!.length + 2, low, high)) {
        found++;
        if (search.score > before) column = candidate;
      } else {
        kept--;
        order[fresh] = order[kept]!;
        order[kept] = candidate;
      }
    }
    return { column, live: kept };
  }

  function grow(size: number, source: Random): Tree {
    search.chance = kindOfCuts === "random" ? source : null;
    for (let j = 0; j < p; j++) order[j] = j;
    let count = 0;
    let leaf = 0;
    let top = push(stack, 0, 0, size, 0, p, -1);
    while (top > 0) {
      top -= 5;
      const low = stack[top]!;
      const high = stack[top + 1]!;
      const depth = stack[top + 2]!;
      const parent = stack[top + 4]!;
      const at = count++;
      if (parent >= 0) nodes.rights[parent] = at;
      const alone = searcher.enter(low, high);
      search.score = alone * slack;
      const open = alone >= 0 && depth < maxDepth && search.total >= 2 * minLeaf;
      const { column, live } = open ? split(low, high, stack[top + 3]!, source) : closed;
      nodes.columns[at] = column;
      if (column < 0) {
        nodes.rights[at] = leaf;
        if ((leaf + 1) * outputs > leaves.length) leaves = widened(leaves);
        fillLeaf(leaves.subarray(leaf * outputs, ++leaf * outputs), lesson, sample, low, high);
        continue;
      }
      const { last, first, side } = search;
      const middle = partition(sample, bins, column * n, side === rightSide ? 1 : 0, last, low, high);
      nodes.ranges[at] = last === 0 ? 0 : roundest(widths[column]!, last, first);
      nodes.missingLeft[at] = Number(side === nowhere ? missing[column] === 1 && 2 * (middle - low) > high - low : side === leftSide);
      top = push(stack, top, middle, high, depth + 1, live, at);
      top = push(stack, top, low, middle, depth + 1, live, -1);
    }
    return {
      columns: nodes.columns.slice(0, count),
      ranges: nodes.ranges.slice(0, count),
      missingLeft: nodes.missingLeft.slice(0, count),
      rights: nodes.rights.slice(0, count),
      leaves: leaves.slice(0, leaf * outputs),
    };
  }

  return { sample, grow };
}

const closed = { column: -1, live: 0 } as const;

function newNodes(most: number): Omit<Tree, "leaves"> {
  return { columns: new Int32Array(most), ranges: new Uint8Array(most), missingLeft: new Uint8Array(most), rights: new Int32Array(most) };
}

function push(stack: Int32Array, top: number, low: number, high: number, depth: number, live: number, parent: number): number {
  stack[top] = low;
  stack[top + 1] = high;
  stack[top + 2] = depth;
  stack[top + 3] = live;
  stack[top + 4] = parent;
  return top + 5;
}

function widened(leaves: Float64Array): Float64Array<ArrayBuffer> {
  const wide = new Float64Array(2 * leaves.length);
  wide.set(leaves);
  return wide;
}

/** Brings the rows in ranges `from` to `to` to the left and keeps the order on both sides. Returns where the right begins. */
function partition(sample: Sample, bins: Uint8Array, offset: number, from: number, to: number, low: number, high: number): number {
  const { rows, loads, masses, spareRows, spareLoads, spareMasses } = sample;
  let left = low;
  let right = 0;
  for (let i = low; i < high; i++) {
    const row = rows[i]!;
    const load = loads[i]!;
    const mass = masses[i]!;
    const b = bins[offset + row]!;
    if (b >= from && b <= to) {
      rows[left] = row;
      loads[left] = load;
      masses[left] = mass;
      left++;
    } else {
      spareRows[right] = row;
      spareLoads[right] = load;
      spareMasses[right] = mass;
      right++;
    }
  }
  for (let i = 0; i < right; i++) {
    rows[left + i] = spareRows[i]!;
    loads[left + i] = spareLoads[i]!;
    masses[left + i] = spareMasses[i]!;
  }
  return left;
}

/** Of the cuts that part the node's rows alike, those in the middle third: the one that prints shortest, then the most central. */
function roundest(widths: Uint8Array, last: number, first: number): number {
  const margin = Math.floor((first - last - 1) / 3);
  const centre = (last + first - 1) / 2;
  let best = last + margin;
  for (let range = best + 1; range < first - margin; range++) {
    const wider = widths[range - 1]! - widths[best - 1]!;
    if (wider < 0 || (wider === 0 && Math.abs(range - centre) < Math.abs(best - centre))) best = range;
  }
  return best;
}

/** The weight of each class, or the mean of the numbers as short as its grain allows. */
function fillLeaf(leaf: Float64Array, { outputs, target, grain }: Lesson, { rows, loads }: Sample, low: number, high: number): void {
  leaf.fill(0);
  let size = 0;
  for (let i = low; i < high; i++) {
    const weight = weightOf(loads[i]!);
    const row = rows[i]!;
    size += weight;
    if (outputs > 1) leaf[target[row]!] = leaf[target[row]!]! + weight;
    else leaf[0] = leaf[0]! + weight * target[row]!;
  }
  if (outputs === 1) leaf[0] = shortestBetween(leaf[0]! / size - grain, leaf[0]! / size + grain);
}
