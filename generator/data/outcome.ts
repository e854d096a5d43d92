import type { Dataset } from "../types.ts";
import { tidy } from "./wording.ts";

/** The target as a profile speaks of it: a few named groups of rows. */
export interface Outcome {
  readonly names: readonly string[];
  /** For each row its place in `names`. */
  readonly of: Int32Array;
  /** Rows of each name. */
  readonly rows: readonly number[];
}

/** Classes as they are; a number as its lowest, middle and highest third. */
export function outcome({ task, target }: Dataset): Outcome {
  const { names, of } = task.kind === "class" ? { names: task.classes, of: Int32Array.from(target) } : thirds(target);
  return { names, of, rows: names.map((_, k) => of.reduce((sum, place) => sum + (place === k ? 1 : 0), 0)) };
}

function thirds(target: Float64Array): Pick<Outcome, "names" | "of"> {
  const sorted = target.toSorted();
  const low = sorted[Math.floor(sorted.length / 3)] ?? 0;
  const high = sorted[Math.floor((2 * sorted.length) / 3)] ?? 0;
  const names = [`low (below ${tidy(low)})`, `middle`, `high (from ${tidy(high)})`];
  return { names, of: Int32Array.from(target, (value) => (value < low ? 0 : value < high ? 1 : 2)) };
}
