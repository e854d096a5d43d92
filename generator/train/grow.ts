import type { Random } from "../random.ts";
import type { Binned } from "./bins.ts";

/** What a tree learns from. */
export interface Sample {
  readonly columns: readonly Binned[];
  /** Class of each row, or its number. */
  readonly target: Float64Array;
  /** Classes, or 1 for a number. */
  readonly outputs: number;
  /** How often each row was drawn; 0 is out of the bag. */
  readonly weights: Int32Array;
}

export interface Growth {
  readonly maxDepth: number;
  readonly minLeaf: number;
  /** Columns tried at a split. */
  readonly tried: number;
}

/** Nodes in prefix order; node 0 is the root. */
export interface Tree {
  /** −1 in a leaf. */
  readonly column: number[];
  /** Ranges up to this one go left; 0 sends only missing left. */
  readonly range: number[];
  readonly missingLeft: boolean[];
  readonly left: number[];
  readonly right: number[];
  /** In a leaf: weight of each class, or weight and sum of the target. */
  readonly content: (Float64Array | null)[];
}

interface Split {
  column: number;
  range: number;
  missingLeft: boolean;
  score: number;
}

/**
 * Grows one tree (Breiman, "Random Forests", 2001: a fresh sample of columns at every split, no pruning).
 *
 * Gain is the sum over outputs of S² / n, which for classes is the Gini criterion and for a number the variance. Ranges are those of `binned`; where rows
 * of the node miss a column, both sides are tried for them, and missing against known.
 */
export function grow(sample: Sample, growth: Growth, source: Random): Tree {
  const { columns, target, outputs, weights } = sample;
  const width = outputs === 1 ? 2 : outputs;
  const isNumber = outputs === 1;
  const labels = isNumber ? new Int32Array(0) : Int32Array.from(target);
  const histogram = new Int32Array(256 * width);
  const sizes = new Int32Array(256);
  const sums = new Float64Array(256);
  const used = new Int32Array(8);
  const occupied = new Int32Array(256);
  const heads = new Int32Array(256);
  let ranges = 0;
  let counted = false;
  const lefts = new Float64Array(width);
  const order = Int32Array.from(columns.keys());
  const rows = Int32Array.from(weights.keys()).filter((i) => weights[i]! > 0);
  const spare = new Int32Array(rows.length);
  const nexts = new Int32Array(rows.length);
  const tree: Tree = { column: [], range: [], missingLeft: [], left: [], right: [], content: [] };
  const best: Split = { column: -1, range: 0, missingLeft: false, score: 0 };

  const contentOf = (from: number, to: number): Float64Array => {
    const content = new Float64Array(width);
    for (let at = from; at < to; at++) {
      const i = rows[at]!;
      const weight = weights[i]!;
      if (isNumber) {
        content[0]! += weight;
        content[1]! += weight * target[i]!;
      } else content[target[i]!]! += weight;
    }
    return content;
  };

  /**
   * Sorts the rows of a node by their range of one column: into counts per class where ranges are few, else into a list per range.
   * Notes in `occupied` which ranges have any; returns whether there is more than one.
   */
  const fill = ({ bins, cuts }: Binned, from: number, to: number): boolean => {
    counted = isNumber || (cuts.length + 2) * width < to - from;
    for (let word = 0; word < 8; word++) used[word] = 0;
    for (let at = from; at < to; at++) {
      const i = rows[at]!;
      const b = bins[i]!;
      const bit = 1 << (b & 31);
      const seen = used[b >> 5]!;
      if ((seen & bit) === 0) {
        used[b >> 5] = seen | bit;
        sizes[b] = 0;
        sums[b] = 0;
        heads[b] = -1;
        if (counted) for (let k = b * width; k < b * width + width; k++) histogram[k] = 0;
      }
      const weight = weights[i]!;
      sizes[b]! += weight;
      if (isNumber) sums[b]! += weight * target[i]!;
      else if (counted) histogram[b * width + labels[i]!]! += weight;
      else {
        nexts[at] = heads[b]!;
        heads[b] = at;
      }
    }
    ranges = 0;
    for (let word = 0; word < 8; word++) {
      for (let left = used[word]!; left !== 0; left &= left - 1) occupied[ranges++] = word * 32 + 31 - Math.clz32(left & -left);
    }
    return ranges > 1;
  };

  const note = (column: number, range: number, missingLeft: boolean, size: number, total: number, score: number): void => {
    if (score <= best.score || size < growth.minLeaf || total - size < growth.minLeaf) return;
    best.score = score;
    best.column = column;
    best.range = range;
    best.missingLeft = missingLeft;
  };

  /** Sweeps the occupied ranges from left to right, the missing rows on one side, and notes the best place to cut. */
  const sweepClasses = (column: number, missingLeft: boolean, content: Float64Array, total: number): void => {
    let size = 0;
    let squares = 0;
    let others = 0;
    for (let k = 0; k < width; k++) {
      lefts[k] = 0;
      others += content[k]! * content[k]!;
    }
    for (let r = occupied[0] === 0 && !missingLeft ? 1 : 0; r < ranges - 1; r++) {
      const b = occupied[r]!;
      size += sizes[b]!;
      if (counted) {
        for (let k = 0, at = b * width; k < width; k++, at++) {
          const count = histogram[at]!;
          if (count === 0) continue;
          const left = lefts[k]!;
          squares += count * (2 * left + count);
          others -= count * (2 * (content[k]! - left) - count);
          lefts[k] = left + count;
        }
      } else {
        for (let at = heads[b]!; at >= 0; at = nexts[at]!) {
          const i = rows[at]!;
          const k = labels[i]!;
          const count = weights[i]!;
          const left = lefts[k]!;
          squares += count * (2 * left + count);
          others -= count * (2 * (content[k]! - left) - count);
          lefts[k] = left + count;
        }
      }
      note(column, b, missingLeft, size, total, squares / size + others / (total - size));
    }
  };

  const sweepNumbers = (column: number, missingLeft: boolean, content: Float64Array, total: number): void => {
    let size = 0;
    let sum = 0;
    for (let r = occupied[0] === 0 && !missingLeft ? 1 : 0; r < ranges - 1; r++) {
      const b = occupied[r]!;
      size += sizes[b]!;
      sum += sums[b]!;
      const rest = content[1]! - sum;
      note(column, b, missingLeft, size, total, (sum * sum) / size + (rest * rest) / (total - size));
    }
  };

  const sweep = isNumber ? sweepNumbers : sweepClasses;

  const split = (from: number, to: number, content: Float64Array): boolean => {
    let total = 0;
    let squares = 0;
    if (isNumber) {
      total = content[0]!;
      squares = content[1]! * content[1]!;
    } else {
      for (let k = 0; k < width; k++) {
        total += content[k]!;
        squares += content[k]! * content[k]!;
      }
    }
    if (total < 2 * growth.minLeaf || (outputs > 1 && squares === total * total)) return false;
    best.column = -1;
    best.score = (squares / total) * (1 + 1e-12) + 1e-12;
    let left = order.length;
    for (let tried = 0; tried < growth.tried && left > 0;) {
      const draw = source.below(left--);
      const column = order[draw]!;
      order[draw] = order[left]!;
      order[left] = column;
      const varies = fill(columns[column]!, from, to);
      if (varies) {
        tried++;
        if (occupied[0] === 0) sweep(column, true, content, total);
        sweep(column, false, content, total);
      }
    }
    return best.column >= 0;
  };

  const partition = ({ bins }: Binned, from: number, to: number): number => {
    let kept = from;
    let set = 0;
    for (let at = from; at < to; at++) {
      const i = rows[at]!;
      const b = bins[i]!;
      if (b === 0 ? best.missingLeft : b <= best.range) rows[kept++] = i;
      else spare[set++] = i;
    }
    for (let s = 0; s < set; s++) rows[kept + s] = spare[s]!;
    return kept;
  };

  const node = (from: number, to: number, depth: number): number => {
    const at = tree.column.length;
    const content = contentOf(from, to);
    const open = depth < growth.maxDepth && split(from, to, content);
    tree.column.push(open ? best.column : -1);
    tree.range.push(best.range);
    tree.missingLeft.push(best.missingLeft);
    tree.left.push(-1);
    tree.right.push(-1);
    tree.content.push(open ? null : content);
    if (open) {
      const middle = partition(columns[best.column]!, from, to);
      tree.left[at] = node(from, middle, depth + 1);
      tree.right[at] = node(middle, to, depth + 1);
    }
    return at;
  };

  node(0, rows.length, 0);
  return tree;
}

/** The leaf in which a row ends. */
export function leafOf(tree: Tree, columns: readonly Binned[], row: number): number {
  let at = 0;
  for (let column = tree.column[0]!; column >= 0; column = tree.column[at]!) {
    const b = columns[column]!.bins[row]!;
    at = (b === 0 ? tree.missingLeft[at]! : b <= tree.range[at]!) ? tree.left[at]! : tree.right[at]!;
  }
  return at;
}
