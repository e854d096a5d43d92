import { show } from "./data/show.ts";
import type { ForestText, Matrix } from "./learning.ts";
import type { History } from "./asking.ts";
import type { Dataset, Task } from "./types.ts";
import { decodeForest, forestOutput } from "./walk.ts";

const confusionsShown = 8;
const rowsPerConfusion = 4;

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

/**
 * Where out-of-fold answers are wrong: the largest confusions, and rows of each; for a number the rows that are furthest off.
 * Rows come in file order, at most one of a group.
 */
export function mistakes(dataset: Dataset, answers: Float64Array): Pick<History, "confusions" | "wrong"> {
  return dataset.task.kind === "class" ? confusions(dataset, dataset.task.classes, answers) : furthest(dataset, answers);
}

function confusions(dataset: Dataset, classes: readonly string[], answers: Float64Array): Pick<History, "confusions" | "wrong"> {
  const k = classes.length;
  const said = Array.from(dataset.target, (_, i) => likeliest(answers.subarray(i * k, i * k + k)));
  const pairs = new Map<number, number[]>();
  said.forEach((guess, i) => {
    const truth = dataset.target[i]!;
    if (guess === truth) return;
    const rows = pairs.get(truth * k + guess) ?? [];
    pairs.set(truth * k + guess, [...rows, i]);
  });
  const largest = [...pairs].toSorted(([a, m], [b, n]) => n.length - m.length || a - b).slice(0, confusionsShown);
  const rows = largest.flatMap(([, members]) => onePerGroup(dataset, members).slice(0, rowsPerConfusion));
  return {
    confusions: largest.map(([pair, members]) => `${members.length} × ${classes[Math.floor(pair / k)]} taken for ${classes[pair % k]}`),
    wrong: show(
      dataset,
      rows,
      rows.map((i) => classes[said[i]!] ?? null),
    ),
  };
}

function furthest(dataset: Dataset, answers: Float64Array): Pick<History, "confusions" | "wrong"> {
  const order = [...answers.keys()].toSorted(
    (a, b) => Math.abs(dataset.target[b]! - answers[b]!) - Math.abs(dataset.target[a]! - answers[a]!) || a - b,
  );
  const rows = onePerGroup(dataset, order).slice(0, confusionsShown * rowsPerConfusion);
  return {
    confusions: [],
    wrong: show(
      dataset,
      rows,
      rows.map((i) => answers[i]!.toPrecision(4)),
    ),
  };
}

function onePerGroup({ groups }: Dataset, rows: readonly number[]): number[] {
  const seen = new Set<number>();
  return rows.filter((i) => {
    if (seen.has(groups[i]!)) return false;
    seen.add(groups[i]!);
    return true;
  });
}

function likeliest(shares: Float64Array): number {
  return shares.indexOf(Math.max(...shares));
}
