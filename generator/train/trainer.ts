import type { ForestSettings, Matrix, Trainer } from "../learning.ts";
import { type Job, pseudoOf } from "./forest.ts";
import { add, divided, newMeans } from "./means.ts";
import { openPool } from "./pool.ts";
import { tableOf } from "./table.ts";
import type { Task } from "./task.ts";

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
      const means = newMeans(matrix.n, outputs);
      const rowsOf = tasks.flatMap((own, f) => own.map(() => asked[f]!));
      let at = 0;
      for await (const done of pool.run(job, tasks.flat())) add(done, rowsOf[at++]!, means);
      return divided(means);
    },
    async train(matrix, target, outputs, settings) {
      const job = jobOf(matrix, target, outputs, settings);
      const rows = Int32Array.from({ length: matrix.n }, (_, row) => row);
      const means = newMeans(matrix.n, outputs);
      const importance = new Float64Array(matrix.columns.length);
      const trees: string[] = [];
      for await (const done of pool.run(job, tasksOf(rows, null, settings.trees, pool.threads, 1))) {
        add(done, rows, means);
        done.importance.forEach((value, at) => (importance[at % importance.length]! += value / settings.trees));
        trees.push(...done.lines);
      }
      const forest = { columns: matrix.names, outputs, pseudo: pseudoOf(outputs), trees };
      return { forest, outOfBag: divided(means), importance };
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

/** A forest's trees in pieces: about eight a thread over all forests, so that no thread ends long after the others; without threads ten trees each, so that little memory waits. */
function tasksOf(rows: Int32Array, asked: Int32Array | null, trees: number, threads: number, forests: number): Task[] {
  const pieces = Math.min(trees, Math.ceil(threads === 0 ? trees / 10 : (8 * threads) / forests));
  return Array.from({ length: pieces }, (_, piece) => ({
    rows,
    asked,
    from: Math.floor((piece * trees) / pieces),
    to: Math.floor(((piece + 1) * trees) / pieces),
  }));
}
