import type { ForestText } from "../../generator/learning.ts";
/** A tree by hand: the training rows of each class in a leaf (or the mean), and questions that a missing cell answers with no. */
export type Tree = readonly number[] | { readonly column: number; readonly below: number; readonly yes: Tree; readonly no: Tree };

/** The forest of the trees, in the text that walk.ts reads. */
export function forestOf(columns: readonly string[], outputs: number, trees: readonly Tree[]): ForestText {
  return { columns, outputs, pseudo: outputs === 1 ? [] : Array.from({ length: outputs }, () => 0), trees: trees.map(print) };
}

/** What the trees answer, each asked by hand. */
export function ask(trees: readonly Tree[], x: readonly number[]): number[] {
  const leaves = trees.map((tree) => leafFor(tree, x));
  return leaves[0]!.map((_, k) => leaves.reduce((sum, leaf) => sum + leaf[k]! / total(leaf), 0) / trees.length);
}

function leafFor(tree: Tree, x: readonly number[]): readonly number[] {
  return isLeaf(tree) ? tree : leafFor(x[tree.column]! < tree.below ? tree.yes : tree.no, x);
}

function total(leaf: readonly number[]): number {
  return leaf.reduce((sum, rows) => sum + rows, 0);
}

function print(tree: Tree): string {
  if (!isLeaf(tree)) return `${String(tree.column)}<${String(tree.below)} ${print(tree.yes)} ${print(tree.no)}`;
  if (tree.length === 1) return `:${tree.join("")}`;
  return `:${tree.flatMap((rows, k) => (rows === 0 ? [] : [`${String(k)}*${String(rows)}`])).join(",")}`;
}

function isLeaf(tree: Tree): tree is readonly number[] {
  return Array.isArray(tree);
}
