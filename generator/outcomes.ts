import type { ForestText, Matrix } from "./learning.ts";
import type { Task } from "./types.ts";
import { decodeForest, forestOutput } from "./walk.ts";

/** Numbers that a forest answers with: one per class, or 1. */
export function outputCount(task: Task): number {
  return task.kind === "class" ? task.classes.length : 1;
}

/** What a forest answers for every row of a matrix: n × outputs, row-major. */
export function answersOf(forest: ForestText, matrix: Matrix): Float64Array {
  const walked = decodeForest(forest);
  const { outputs } = forest;
  const answers = new Float64Array(matrix.n * outputs);
  const inputs = new Float64Array(matrix.columns.length);
  const output = new Float64Array(outputs);
  for (let i = 0; i < matrix.n; i++) {
    matrix.columns.forEach((column, j) => (inputs[j] = column[i]!));
    forestOutput(walked, inputs, output);
    answers.set(output, i * outputs);
  }
  return answers;
}
