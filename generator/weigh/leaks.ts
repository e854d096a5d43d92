import { exactLog } from "../exact.ts";
import type { Dataset, Issue, StepValue } from "../types.ts";
import { levelsOf } from "./levels.ts";

/** What a guard must know of a candidate. */
interface Guarded {
  readonly values: readonly StepValue[];
  /** Properties of the row that it reads. */
  readonly reads: readonly string[];
}

/** Rows that the prior of all counts for in the answer of a level. */
const prior = 1;

/**
 * Why a candidate is stopped as a leak, or null.
 *
 * A formula over several columns may tell everything: that is what is looked for. One column that tells nearly everything is seldom known
 * before what it tells; and a column whose values stand on one side of every split alone (the groups') can only be learned by heart.
 *
 * @param folds A fold of each row: how much it tells is measured out of fold.
 * @param most Share of the target's uncertainty that one column may tell; 1 stops nothing.
 * @param apart Property by whose values rows are kept together, or null.
 */
export function leakOf({ values, reads }: Guarded, dataset: Dataset, folds: Int32Array, most: number, apart: string | null): Issue | null {
  if (apart !== null && reads.includes(apart))
    return leak(
      `reads ${apart}, by which the split keeps rows together: no value of it is met again; a property of the row itself expected`,
    );
  const [only, ...others] = reads;
  if (only === undefined || others.length > 0) return null;
  const told = toldBy(values, dataset, folds);
  if (told <= most) return null;
  return leak(
    `from ${only} alone it tells ${percent(told)} of what is unknown of the target: ${only} is probably written after the fact; ` +
      `list it under \`leaks\`, or raise \`keep.mostTold\` (${percent(most)}) if it is known in time`,
  );
}

/**
 * Share of the target's uncertainty that the answers tell out of fold: 1 − loss of the smoothed shares (means) of each answer / loss of
 * those of all rows. Nats or squared units cancel; below 0 for noise.
 */
function toldBy(values: readonly StepValue[], { task, target }: Dataset, folds: Int32Array): number {
  const { of, count } = levelsOf(values);
  const outputs = task.kind === "class" ? task.classes.length : 1;
  let loss = 0;
  let blind = 0;
  for (const fold of new Set(folds)) {
    const sums = new Float64Array(count * outputs);
    const rows = new Float64Array(count);
    const all = new Float64Array(outputs);
    let n = 0;
    folds.forEach((at, i) => {
      if (at === fold) return;
      const k = outputs === 1 ? 0 : target[i]!;
      const y = outputs === 1 ? target[i]! : 1;
      sums[of[i]! * outputs + k]! += y;
      all[k]! += y;
      rows[of[i]!]!++;
      n++;
    });
    folds.forEach((at, i) => {
      if (at !== fold) return;
      const k = outputs === 1 ? 0 : target[i]!;
      const level = of[i]!;
      const expected = (all[k]! + (outputs === 1 ? 0 : 1)) / (n + (outputs === 1 ? 0 : outputs));
      const answer = (sums[level * outputs + k]! + prior * expected) / (rows[level]! + prior);
      const y = target[i]!;
      loss += outputs === 1 ? (y - answer) * (y - answer) : -exactLog(answer);
      blind += outputs === 1 ? (y - expected) * (y - expected) : -exactLog(expected);
    });
  }
  return blind > 0 ? 1 - loss / blind : 0;
}

function leak(message: string): Issue {
  return { rule: "leak", line: 0, message };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
