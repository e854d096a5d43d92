import type { StepValue } from "../types.ts";

/** True for equal answers; numbers may differ by a relative 1e-9. */
export function sameValue(a: StepValue, b: StepValue): boolean {
  if (typeof a === "number" && typeof b === "number") return a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
  if (typeof a === "object" && a !== null)
    return typeof b === "object" && b !== null && a.label === b.label && a.confidence === b.confidence;
  return a === b;
}
