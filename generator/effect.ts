import type { ShownRow } from "./asking.ts";
import { show } from "./data/show.ts";
import { matricesWith, type Placed, type State } from "./state.ts";
import type { Plan } from "./round.ts";
import type { Ports } from "./ports.ts";
import type { Cell, Dataset, StepValue } from "./types.ts";
import { measure } from "./weigh/arm.ts";
import { speaks } from "./weigh/evidence.ts";

/** Rows shown of each kind. */
const shownRows = 3;

/** Some rows: how many, and the first of them masked. */
interface Rows {
  readonly count: number;
  readonly shown: readonly ShownRow[];
}

/** What a step does to the rows that the forest has not seen in training. */
export interface Effect {
  /** Rows on which it says something (a normalizer: which it changes). */
  readonly fires: Rows;
  /** Rows whose answer turns right (of a number: comes closer by more than a tenth of the error) with it. */
  readonly mends: Rows;
  /** Rows whose answer turns wrong (goes astray likewise). */
  readonly breaks: Rows;
  /**
   * Mean microseconds that the step takes for a row in the sandbox, starting cold. No two runs measure the same, so this is for the eye:
   * it stands in no evidence and enters no file, because the same input must give the same bytes.
   */
  readonly micros: number;
}

/** The effect of one more step on a pipeline, out of fold, on the first repeat of the plan's folds. */
export async function effectOf(state: State, step: Placed, plan: Plan, { trainer, sandbox }: Ports): Promise<Effect> {
  const { dataset } = state;
  const answersWith = async (steps: readonly Placed[]): Promise<Float64Array> => {
    const matrices = matricesWith(state, steps, plan);
    const { answers } = await measure({ ...plan.field, dataset, trainer }, matrices, 1);
    return answers[0]!;
  };
  const before = errors(dataset, await answersWith([]));
  const after = errors(dataset, await answersWith([step]));
  const rowsWhere = (wanted: (i: number) => boolean): Rows => {
    const rows = [...dataset.rows.keys()].filter(wanted);
    const first = rows.slice(0, shownRows);
    return {
      count: rows.length,
      shown: show(
        dataset,
        first,
        first.map(() => null),
      ),
    };
  };
  const [run] = await sandbox.run([step.program], dataset.rows, "once");
  return {
    micros: run?.ok === true ? run.micros : Number.NaN,
    fires: rowsWhere((i) => firesAt(step, step.values[i]!, dataset.rows[i]!)),
    mends: rowsWhere((i) => isLess(after[i]!, before[i]!)),
    breaks: rowsWhere((i) => isLess(before[i]!, after[i]!)),
  };
}

/** 0 or 1 for a class, right or wrong; the absolute error of a number. */
function errors({ task, target }: Dataset, answers: Float64Array): Float64Array {
  if (task.kind === "number") return target.map((y, i) => Math.abs(y - answers[i]!));
  const k = task.classes.length;
  return target.map((label, i) => {
    const shares = answers.subarray(i * k, i * k + k);
    return shares.indexOf(Math.max(...shares)) === label ? 0 : 1;
  });
}

function isLess(one: number, other: number): boolean {
  return one < 0.9 * other;
}

function firesAt({ program: { column } }: Placed, value: StepValue, row: Readonly<Record<string, Cell>>): boolean {
  return column === null ? speaks(value) : value !== (row[column] ?? null);
}
