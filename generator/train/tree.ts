import { printNumber } from "./bins.ts";
import type { Table } from "./table.ts";

/** A grown tree: nodes in prefix order, so a node's left child is the next node. */
export interface Tree {
  /** Column asked about; −1 in a leaf. */
  readonly columns: Int32Array;
  /** Ranges up to this one go left; 0 sends only missing left. */
  readonly ranges: Uint8Array;
  readonly missingLeft: Uint8Array;
  /** The right child; in a leaf the leaf's number. */
  readonly rights: Int32Array;
  /** What the leaves hold: weights of the classes, leaves × classes, row-major; or one number each. */
  readonly leaves: Float64Array;
}

/** Number of the leaf in which a row of the table ends. */
export function leafOf({ columns, ranges, missingLeft, rights }: Tree, { bins, n }: Table, row: number): number {
  let at = 0;
  for (let column = columns[0]!; column >= 0; column = columns[at]!) {
    const b = bins[column * n + row]!;
    at = (b === 0 ? missingLeft[at]! > 0 : b <= ranges[at]!) ? at + 1 : rights[at]!;
  }
  return rights[at]!;
}

/** The leaf in which a row ends if it has another row's value in one column. */
export function leafWith(
  { columns, ranges, missingLeft, rights }: Tree,
  { bins, n }: Table,
  row: number,
  swapped: number,
  other: number,
): number {
  let at = 0;
  for (let column = columns[0]!; column >= 0; column = columns[at]!) {
    const b = bins[column * n + (column === swapped ? other : row)]!;
    at = (b === 0 ? missingLeft[at]! > 0 : b <= ranges[at]!) ? at + 1 : rights[at]!;
  }
  return rights[at]!;
}

/** A tree in the grammar of walk.ts. */
export function printTree(tree: Tree, { cuts }: Table, outputs: number): string {
  const { columns, ranges, missingLeft, rights, leaves } = tree;
  const tokens = Array.from(columns, (column, at) => {
    if (column < 0)
      return `:${outputs === 1 ? printNumber(leaves[rights[at]!]!) : printCounts(leaves.subarray(rights[at]! * outputs, (rights[at]! + 1) * outputs))}`;
    const range = ranges[at]!;
    return `${column}${missingLeft[at] === 1 ? "~" : "<"}${range === 0 ? "" : printNumber(cuts[column]![range - 1]!)}`;
  });
  return tokens.join(" ");
}

/** Counts as a leaf spells them: "0*12,3". */
export function printCounts(counts: Float64Array): string {
  const parts: string[] = [];
  counts.forEach((count, k) => {
    if (count > 0) parts.push(count === 1 ? String(k) : `${k}*${count}`);
  });
  return parts.join(",");
}
