import type { Matrix } from "../learning.ts";
import type { StepValue } from "../types.ts";
import { type Arm, average, type Field } from "./arm.ts";
import { associationPs } from "./association.ts";
import { groupsOf } from "./folds.ts";
import { levelsOf } from "./levels.ts";
import { residualsOf } from "./residuals.ts";

/** Whether an answer says something: not null, not "unknown", not false, not 0. */
export function speaks(value: StepValue): boolean {
  const word = typeof value === "object" && value !== null ? value.label : value;
  return word !== null && word !== "unknown" && word !== false && word !== 0;
}

/** Share of rows on which a step says something. */
export function firesOf(values: readonly StepValue[]): number {
  return values.filter(speaks).length / values.length;
}

/** Share of rows on which a step abstains. */
export function abstainsOf(values: readonly StepValue[]): number {
  const silent = values.filter((value) => value === null || (typeof value === "object" ? value.label : value) === "unknown");
  return silent.length / values.length;
}

/** An arm with the inputs that it was measured on. */
export interface Measured {
  readonly arm: Arm;
  readonly matrices: readonly Matrix[];
}

/**
 * p of "knows nothing about what this arm gets wrong", one per list of answers (see `associationPs`).
 * The arm's answers and inputs are averaged over its repeats.
 */
export function associate(
  { dataset, outputs }: Field,
  { arm, matrices }: Measured,
  answers: readonly (readonly StepValue[])[],
  permutations: number,
  seed: number,
): number[] {
  const used = matrices.slice(0, arm.answers.length);
  const inputs = { ...used[0]!, columns: used[0]!.columns.map((_, j) => average(used.map(({ columns }) => columns[j]!))) };
  const residuals = residualsOf(average(arm.answers), dataset.target, outputs, inputs);
  return associationPs(answers.map(levelsOf), { residuals, outputs, groups: groupsOf(dataset.groups) }, permutations, seed);
}
