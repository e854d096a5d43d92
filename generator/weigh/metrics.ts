import { exactLog } from "../exact.ts";
import type { Task } from "../types.ts";

/** Probabilities below this count as this, so that one confident mistake costs at most 34.5 nats. */
const floor = 1e-15;

/** One figure that is computed from what a model says of rows and what is true of them. */
export interface Metric {
  readonly name: string;
  readonly unit: string;
  readonly better: "higher" | "lower";
  /** `rows` may name a row more than once (a bootstrap resample). Empty `rows` give NaN. */
  readonly of: (outcome: Outcome, rows: Int32Array) => number;
}

/** What one arm says of n rows, beside the truth. */
export interface Outcome {
  /** Loss of each row: nats for classes, squared error for numbers. */
  readonly losses: Float64Array;
  /** The class said, or the number. */
  readonly said: Float64Array;
  readonly target: Float64Array;
  /** Number of classes; 1 for numbers. */
  readonly outputs: number;
}

/**
 * Loss of each row: −ln of the probability of its class (their mean is the log loss), or the squared error.
 *
 * Shapes: `answers` is n × outputs, row-major; `target` has length n; with `outputs` 1 the answers are numbers.
 * Units: nats, or squared units of the target. Guessing uniformly costs ln k; 0 is perfect. Floor: probabilities below 1e-15 count as
 * 1e-15; a forest's shares never are, because its leaves mix in a little of the prior.
 *
 * @throws {RangeError} If the shapes disagree or n is 0.
 */
export function rowLosses(answers: Float64Array, target: Float64Array, outputs: number): Float64Array {
  const n = target.length;
  if (n === 0 || answers.length !== n * outputs)
    throw new RangeError(`${answers.length} answers for ${n} rows × ${outputs} outputs; expected one for each`);
  if (outputs === 1) return target.map((y, i) => (y - answers[i]!) * (y - answers[i]!));
  return target.map((y, i) => -exactLog(Math.max(answers[i * outputs + y]!, floor)));
}

/** An arm's answers with everything that the metrics need. Ties between classes go to the first. */
export function outcomeOf(answers: Float64Array, target: Float64Array, outputs: number): Outcome {
  const losses = rowLosses(answers, target, outputs);
  const said = target.map((_, i) => (outputs === 1 ? answers[i]! : likeliest(answers, i * outputs, outputs)));
  return { losses, said, target, outputs };
}

/** The figures of a task, the first decides. */
export function metricsOf(task: Task): readonly [Metric, ...Metric[]] {
  return task.kind === "class"
    ? [
        { name: "log loss", unit: "nats per row", better: "lower", of: meanLoss },
        { name: "macro-F1", unit: "share", better: "higher", of: macroF1 },
        { name: "accuracy", unit: "share", better: "higher", of: accuracy },
      ]
    : [
        { name: "RMSE", unit: "units of the target", better: "lower", of: (outcome, rows) => Math.sqrt(meanLoss(outcome, rows)) },
        { name: "MAE", unit: "units of the target", better: "lower", of: meanAbsoluteError },
      ];
}

function meanLoss({ losses }: Outcome, rows: Int32Array): number {
  let sum = 0;
  for (const i of rows) sum += losses[i]!;
  return sum / rows.length;
}

function meanAbsoluteError({ said, target }: Outcome, rows: Int32Array): number {
  let sum = 0;
  for (const i of rows) sum += Math.abs(target[i]! - said[i]!);
  return sum / rows.length;
}

function accuracy({ said, target }: Outcome, rows: Int32Array): number {
  let right = 0;
  for (const i of rows) if (said[i] === target[i]) right++;
  return right / rows.length;
}

/** Mean F1 over the classes that are true or said of at least one of the rows. */
function macroF1({ said, target, outputs }: Outcome, rows: Int32Array): number {
  const hits = new Int32Array(outputs);
  const named = new Int32Array(outputs);
  for (const i of rows) {
    const truth = target[i]!;
    const answer = said[i]!;
    if (truth === answer) hits[truth]!++;
    named[truth]!++;
    named[answer]!++;
  }
  let sum = 0;
  let present = 0;
  for (let c = 0; c < outputs; c++) {
    if (named[c] === 0) continue;
    present++;
    sum += (2 * hits[c]!) / named[c]!;
  }
  return sum / present;
}

/** The class that a row of n × classes answers says; of equals the first. */
export function likeliest(answers: Float64Array, from: number, outputs: number): number {
  let best = 0;
  for (let c = 1; c < outputs; c++) if (answers[from + c]! > answers[from + best]!) best = c;
  return best;
}
