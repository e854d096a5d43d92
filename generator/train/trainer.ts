import type { ForestSettings, Matrix, Trainer } from "../types.ts";
import { binned } from "./bins.ts";
import type { ForestJob } from "./forest.ts";
import { openPool } from "./pool.ts";

/** Opens a trainer on threads; with fewer than two it works where it is called. The answers are the same. */
export function openTrainer({ workers, workerFile }: { readonly workers: number; readonly workerFile: URL }): Trainer {
  const pool = openPool(workers < 2 ? 0 : workers, workerFile);
  return {
    async outOfFold(matrix, target, outputs, folds, settings) {
      const job = jobOf(matrix, target, outputs, settings);
      const answers = new Float64Array(target.length * outputs);
      const parts = [...new Set(folds)].map((fold) => {
        const asked = rowsWhere(folds, (f) => f === fold);
        return pool
          .run({ kind: "held-out", job: { ...job, rows: rowsWhere(folds, (f) => f !== fold) }, asked })
          .then((done) => ({ done, asked }));
      });
      for (const { done, asked } of await Promise.all(parts)) {
        if (done.kind !== "held-out") throw new Error(`a ${done.kind} came back for held-out rows`);
        for (const i of asked) answers.set(done.answers.subarray(i * outputs, (i + 1) * outputs), i * outputs);
      }
      return answers;
    },
    async train(matrix, target, outputs, settings) {
      const job = jobOf(matrix, target, outputs, settings);
      const [text, bag] = await Promise.all([pool.run({ kind: "text", job, names: matrix.names }), pool.run({ kind: "out-of-bag", job })]);
      if (text.kind !== "text" || bag.kind !== "out-of-bag") throw new Error(`${text.kind} and ${bag.kind} came back for a forest`);
      return { forest: text.forest, outOfBag: bag.answers, importance: bag.importance };
    },
    close: () => pool.close(),
  };
}

function jobOf({ columns }: Matrix, target: Float64Array, outputs: number, settings: ForestSettings): ForestJob {
  return { columns: columns.map(binned), target, outputs, rows: Int32Array.from(target.keys()), settings };
}

function rowsWhere(folds: Int32Array, wanted: (fold: number) => boolean): Int32Array {
  return Int32Array.from(folds.keys()).filter((i) => wanted(folds[i]!));
}
