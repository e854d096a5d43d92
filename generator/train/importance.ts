import { random, shuffled } from "../random.ts";
import type { Job } from "./forest.ts";
import { leafOf, leafWith, type Tree } from "./tree.ts";

/** Rows out of a tree's bag that it is asked about again for every column. */
const mostAsked = 500;

/**
 * By how much the squared error of a tree per row grows when a column is shuffled among rows that it did not learn from (Breiman,
 * "Random forests", 2001, section 10), one number a column; at most 500 rows, drawn by tree.
 *
 * @param answers What the leaves answer, leaves × outputs.
 * @param outside Rows out of the tree's bag.
 */
export function importanceOf(
  tree: Tree,
  answers: Float64Array,
  outside: readonly number[],
  t: number,
  { table, target, outputs, settings }: Job,
): Float64Array {
  const grown = new Float64Array(table.p);
  const mixed = shuffled(outside, random(settings.seed ^ 0x5bd1e995, t + 1)).slice(0, mostAsked);
  const asked = mixed.toSorted((a, b) => a - b);
  const miss = misses(answers, outputs);
  const before = Float64Array.from(asked, (row) => miss(leafOf(tree, table, row), target[row]!));
  for (const column of new Set(tree.columns)) {
    if (column < 0) continue;
    let growth = 0;
    for (let i = 0; i < asked.length; i++)
      growth += miss(leafWith(tree, table, asked[i]!, column, mixed[i]!), target[asked[i]!]!) - before[i]!;
    grown[column] = growth / asked.length;
  }
  return grown;
}

/** Squared error of a leaf's answer: of the number, or summed over classes, Σ (s − [truth])² = Σ s² − 2 s(truth) + 1. */
function misses(answers: Float64Array, outputs: number): (leaf: number, truth: number) => number {
  if (outputs === 1) return (leaf, truth) => (truth - answers[leaf]!) * (truth - answers[leaf]!);
  const squares = new Float64Array(answers.length / outputs);
  answers.forEach((share, at) => (squares[Math.floor(at / outputs)]! += share * share));
  return (leaf, truth) => squares[leaf]! - 2 * answers[leaf * outputs + truth]! + 1;
}
