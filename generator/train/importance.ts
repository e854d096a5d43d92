import { random, shuffled } from "../random.ts";
import { answerOf, type ForestJob, pseudoOf, treeOf } from "./forest.ts";
import { leafOf, type Tree } from "./grow.ts";

/** What the rows outside of each tree's bag say of a forest. */
export interface OutOfBag {
  /** Mean answer of the trees that did not learn from the row, n × outputs, row-major; NaN where every tree did. */
  readonly answers: Float64Array;
  /** Per column: by how much a tree's squared error per row grows when the column is shuffled, mean over trees (Breiman 2001, section 10). */
  readonly importance: Float64Array;
}

/** Asks every tree about the rows that it never saw, as they are and with each of its columns shuffled among them. */
export function outOfBag(job: ForestJob): OutOfBag {
  const { columns, target, outputs, settings } = job;
  const pseudo = pseudoOf(job);
  const sums = new Float64Array(target.length * outputs);
  const spoke = new Int32Array(target.length);
  const importance = new Float64Array(columns.length);
  for (let t = 0; t < settings.trees; t++) {
    const { tree, weights } = treeOf(job, t);
    const answers = tree.content.map((content) => content && answerOf(content, outputs, pseudo));
    const outside = [...job.rows].filter((i) => weights[i] === 0);
    if (outside.length === 0) continue;
    const errorOf = (leafFor: (row: number, at: number) => number): number =>
      outside.reduce((sum, i, at) => sum + miss(answers[leafFor(i, at)]!, target[i]!), 0) / outside.length;
    for (const i of outside) {
      const answer = answers[leafOf(tree, columns, i)]!;
      for (let k = 0; k < outputs; k++) sums[i * outputs + k]! += answer[k]!;
      spoke[i]!++;
    }
    const error = errorOf((i) => leafOf(tree, columns, i));
    for (const column of new Set(tree.column.filter((c) => c >= 0))) {
      const mixed = shuffled(outside, random(settings.seed ^ (column + 1), t + 1));
      importance[column]! += (errorOf((i, at) => leafWith(tree, job, i, column, mixed[at]!)) - error) / settings.trees;
    }
  }
  return { answers: sums.map((sum, at) => sum / spoke[Math.floor(at / outputs)]!), importance };
}

/** The leaf of a row that has another row's value in one column. */
function leafWith(tree: Tree, { columns }: ForestJob, row: number, swapped: number, other: number): number {
  let at = 0;
  for (let column = tree.column[0]!; column >= 0; column = tree.column[at]!) {
    const b = columns[column]!.bins[column === swapped ? other : row]!;
    at = (b === 0 ? tree.missingLeft[at]! : b <= tree.range[at]!) ? tree.left[at]! : tree.right[at]!;
  }
  return at;
}

/** Squared error of an answer: summed over classes, or of the number. */
function miss(answer: Float64Array, truth: number): number {
  if (answer.length === 1) return (truth - answer[0]!) * (truth - answer[0]!);
  return answer.reduce((sum, share, k) => sum + (Number(k === truth) - share) * (Number(k === truth) - share), 0);
}
