import type { ForestSettings, Matrix, Trainer } from "../learning.ts";
import type { Dataset } from "../types.ts";
import { rowLosses } from "./metrics.ts";

/** What a set of inputs achieves out of fold: answers (n × outputs, row-major) and the loss of each row, one array a repeat. */
export interface Arm {
  readonly answers: readonly Float64Array[];
  readonly losses: readonly Float64Array[];
}

/** Where arms are measured: all of a run on the same rows, folds and seeds, so that their losses pair. */
export interface Field {
  readonly dataset: Dataset;
  /** Classes, or 1 for numbers. */
  readonly outputs: number;
  /** Fold of each row, one array a repeat. */
  readonly folds: readonly Int32Array[];
  readonly forest: ForestSettings;
  readonly trainer: Trainer;
}

/** Measures one set of inputs, given as one matrix a repeat, on the first `repeats` of them, all at once; goes on from `begun`, an arm of fewer repeats. */
export async function measure(
  { dataset, outputs, folds, forest, trainer }: Field,
  matrices: readonly Matrix[],
  repeats: number,
  begun: Arm = { answers: [], losses: [] },
): Promise<Arm> {
  const from = begun.answers.length;
  const further = matrices.slice(from, Math.max(from, repeats)).map((matrix, at) => {
    const settings = { ...forest, seed: (forest.seed + from + at) % 4_294_967_296 };
    return trainer.outOfFold(matrix, dataset.target, outputs, folds[from + at]!, settings);
  });
  const answers = [...begun.answers, ...(await Promise.all(further))];
  return { answers, losses: answers.map((answer) => rowLosses(answer, dataset.target, outputs)) };
}

/** Mean of equally long arrays, element by element. */
export function average(arrays: readonly Float64Array[]): Float64Array {
  return arrays[0]!.map((_, at) => arrays.reduce((sum, values) => sum + values[at]!, 0) / arrays.length);
}
