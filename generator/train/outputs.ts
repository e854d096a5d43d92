import type { Dataset, Task } from "../types.ts";

/** Most classes that get a column each in an encoder; of more, the commonest do. */
const MOST_CLASSES = 20;

/** What is predicted, as columns of numbers: one indicator per class, or the one number. */
export interface Outputs {
  readonly kind: Task["kind"];
  readonly names: readonly string[];
  /** Class indices, or the numbers themselves. */
  readonly target: Float64Array;
}

/** The outputs of a dataset. */
export function outputsOf({ task, target }: Dataset): Outputs {
  return { kind: task.kind, names: task.kind === "class" ? task.classes : ["mean"], target };
}

/** Outputs that a category gets columns for: of two classes the second, since the first says the same; of many the commonest. */
export function shownOutputs({ names, target, kind }: Outputs): number[] {
  const all = [...names.keys()];
  if (kind === "number") return all;
  if (names.length === 2) return [1];
  const rows = new Int32Array(names.length);
  for (const label of target) rows[label]!++;
  return all
    .toSorted((a, b) => rows[b]! - rows[a]! || a - b)
    .slice(0, MOST_CLASSES)
    .toSorted((a, b) => a - b);
}
