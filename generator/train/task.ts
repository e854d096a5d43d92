import { answersOf, type Job, pseudoOf, treesOf } from "./forest.ts";
import { importanceOf } from "./importance.ts";
import { leafOf, printTree, type Tree } from "./tree.ts";

/** Some trees of one forest of a job, from tree `from` up to, but not including, `to`. */
export interface Task {
  /** Rows to learn from. */
  readonly rows: Int32Array;
  readonly from: number;
  readonly to: number;
  /** Rows to answer; null asks each tree about the rows out of its bag, for its text, and for its columns' importance. */
  readonly asked: Int32Array | null;
}

/** What trees say. Sums are left to whoever holds all trees, so that they are formed in tree order. */
export interface Done {
  /** trees × rows asked (all rows of the table, if out of bag), tree-major: where in `answers` the answer starts; −1 where the tree was not asked. */
  readonly places: Int32Array;
  /** What the leaves of all trees answer. */
  readonly answers: Float64Array;
  /** One line a tree; none where rows were given. */
  readonly lines: readonly string[];
  /** trees × columns; empty where rows were given. */
  readonly importance: Float64Array;
}

/** Does it, on whatever thread. */
export function doTask(job: Job, task: Task): Done {
  const { table, outputs } = job;
  const pseudo = pseudoOf(outputs);
  const asked = task.asked ?? Int32Array.from({ length: table.n }, (_, row) => row);
  const trees = task.to - task.from;
  const places = new Int32Array(trees * asked.length).fill(-1);
  const importance = new Float64Array(task.asked === null ? trees * table.p : 0);
  const lines: string[] = [];
  const parts: Float64Array[] = [];
  let start = 0;
  let t = 0;
  for (const { tree, weights } of treesOf(job, task.rows, task.from, task.to)) {
    const answers = answersOf(tree, outputs, pseudo);
    find(tree, job, asked, task.asked === null ? weights : null, start, places.subarray(t * asked.length, (t + 1) * asked.length));
    if (task.asked === null) {
      const outside = [...task.rows].filter((row) => weights[row] === 0);
      importance.set(importanceOf(tree, answers, outside, task.from + t, job), t * table.p);
      lines.push(printTree(tree, table, outputs));
    }
    parts.push(answers);
    start += answers.length;
    t++;
  }
  return { places, answers: joined(parts, start), lines, importance };
}

function find(tree: Tree, { table, outputs }: Job, asked: Int32Array, weights: Int32Array | null, start: number, into: Int32Array): void {
  for (let i = 0; i < asked.length; i++)
    if (weights === null || weights[asked[i]!] === 0) into[i] = start + leafOf(tree, table, asked[i]!) * outputs;
}

function joined(parts: readonly Float64Array[], length: number): Float64Array {
  const all = new Float64Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
