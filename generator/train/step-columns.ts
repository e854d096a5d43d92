import type { Confidence, Program, StepValue } from "../types.ts";

const certainty: Readonly<Record<Confidence, number>> = { low: 1, medium: 2, high: 3 };

/** The forest columns of a step and its values over n rows, each column of length n. */
interface StepColumns {
  readonly names: string[];
  readonly columns: Float64Array[];
}

/**
 * What the forest sees of a step.
 *
 * A number or boolean is one column (false 0, true 1), a union one indicator per member, a classifier one column per label:
 * 1, 2 or 3 for low, medium or high confidence in it, else 0. Null is missing. A normalizer has no columns.
 */
export function stepColumns({ name, returns }: Program, values: readonly StepValue[]): StepColumns {
  switch (returns.kind) {
    case "text":
      return { names: [], columns: [] };
    case "number":
    case "boolean":
      return { names: [name], columns: [Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value)))] };
    case "union":
      return {
        names: returns.members.map((member) => `${name}=${member}`),
        columns: returns.members.map((member) =>
          Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value === member))),
        ),
      };
    case "class":
      return {
        names: returns.labels.map((label) => `${name}=${label}`),
        columns: returns.labels.map((label) => Float64Array.from(values, (value) => confidenceIn(label, value))),
      };
  }
}

function confidenceIn(label: string, value: StepValue): number {
  return typeof value === "object" && value !== null && value.label === label ? certainty[value.confidence] : 0;
}
