import type { ForestSettings, Matrix, Trainer } from "../learning.ts";
import { type Job, pseudoOf } from "./forest.ts";
import { openPool } from "./pool.ts";
import { tableOf } from "./table.ts";
import type { Done, Task } from "./task.ts";

/**
 * Opens a trainer on threads; with fewer than two it works where it is called. The answers are the same.
 *
 * Columns are cut into ranges once, over all rows of the matrix; the folds of `outOfFold` share them. That looks at no target.
 *
 * @throws {Error} When a column holds an infinite number, or there are more than 1,024 classes.
 */
export function openTrainer({ workers, workerFile }: { readonly workers: number; readonly workerFile: URL | string }): Trainer {
  const pool = openPool(workers < 2 ? 0 : workers, workerFile);
  return {
    async outOfFold(matrix, target, outputs, folds, settings) {
      const job = jobOf(matrix, target, outputs, settings);
      const asked = [...new Set(folds)].toSorted((a, b) => a - b).map((fold) => rowsWhere(folds, (f) => f === fold));
      const tasks = asked.map((rows) =>
        tasksOf(
          rowsWhere(folds, (fold) => fold !== folds[rows[0]!]),
          rows,
          settings.trees,
          pool.threads,
          asked.length,
        ),
      );
      const done = await pool.run(job, tasks.flat());
      const answers = new Float64Array(matrix.n * outputs);
      let at = 0;
      asked.forEach((rows, f) => {
        const own = done.slice(at, (at += tasks[f]!.length));
        meanOf(own, rows, outputs, answers);
      });
      return answers;
    },
    async train(matrix, target, outputs, settings) {
      const job = jobOf(matrix, target, outputs, settings);
      const rows = Int32Array.from({ length: matrix.n }, (_, row) => row);
      const done = await pool.run(job, tasksOf(rows, null, settings.trees, pool.threads, 1));
      const outOfBag = new Float64Array(matrix.n * outputs);
      meanOf(done, rows, outputs, outOfBag);
      const trees = done.flatMap(({ lines }) => lines);
      const forest = { columns: matrix.names, outputs, pseudo: pseudoOf(job, rows), trees };
      return { forest, outOfBag, importance: importanceOf(done, job) };
    },
    close: () => pool.close(),
  };
}

function jobOf(matrix: Matrix, target: Float64Array, outputs: number, settings: ForestSettings): Job {
  return { table: tableOf(matrix), target, outputs, settings };
}

function rowsWhere(folds: Int32Array, wanted: (fold: number) => boolean): Int32Array {
  return Int32Array.from(folds.keys()).filter((row) => wanted(folds[row]!));
}

/** A forest's trees in pieces: about eight a thread over all forests, so that no thread ends long after the others. */
function tasksOf(rows: Int32Array, asked: Int32Array | null, trees: number, threads: number, forests: number): Task[] {
  const pieces = threads === 0 ? 1 : Math.min(trees, Math.ceil((8 * threads) / forests));
  return Array.from({ length: pieces }, (_, piece) => ({
    rows,
    asked,
    from: Math.floor((piece * trees) / pieces),
    to: Math.floor(((piece + 1) * trees) / pieces),
  }));
}

/** Mean answer of the trees that were asked about a row, summed in tree order; NaN where none was. */
function meanOf(done: readonly Done[], rows: Int32Array, outputs: number, into: Float64Array): void {
  for (let i = 0; i < rows.length; i++) {
    const to = rows[i]! * outputs;
    let count = 0;
    for (const { places, answers } of done) {
      for (let at = i; at < places.length; at += rows.length) {
        const place = places[at]!;
        if (place < 0) continue;
        for (let k = 0; k < outputs; k++) into[to + k] = into[to + k]! + answers[place + k]!;
        count++;
      }
    }
    for (let k = 0; k < outputs; k++) into[to + k] = into[to + k]! / count;
  }
}

/** Mean over trees. */
function importanceOf(done: readonly Done[], { table: { p }, settings }: Job): Float64Array {
  const mean = new Float64Array(p);
  for (const { importance } of done) importance.forEach((value, at) => (mean[at % p]! += value / settings.trees));
  return mean;
}
