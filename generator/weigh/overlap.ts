import type { Evidence, StepValue } from "../types.ts";
import { type Levels, levelsOf } from "./levels.ts";

/** A step by name, with its answer for each row (a normalizer's: the new cell). */
export interface Named {
  readonly name: string;
  readonly values: readonly StepValue[];
}

/** The one of some steps that tells most of what these answers tell, and how much; null where there is no other step. */
export function nearestOf(values: readonly StepValue[], others: readonly Named[]): Evidence["nearest"] {
  const own = levelsOf(values);
  return others.reduce<Evidence["nearest"]>((nearest, { name, values: theirs }) => {
    const association = cramersV(own, levelsOf(theirs));
    return nearest === null || association > nearest.association ? { step: name, association } : nearest;
  }, null);
}

/**
 * Cramér's V of two answers, without its bias (Bergsma, "A bias-correction for Cramér's V and Tschuprow's T", 2013): 0 where neither
 * tells anything of the other, also with many levels and few rows, and 1 where one follows from the other.
 */
function cramersV(a: Levels, b: Levels): number {
  const n = a.of.length;
  const joint = new Float64Array(a.count * b.count);
  const rows = new Float64Array(a.count);
  const columns = new Float64Array(b.count);
  a.of.forEach((level, i) => {
    joint[level * b.count + b.of[i]!]! += 1;
    rows[level]! += 1;
    columns[b.of[i]!]! += 1;
  });
  let ofExpected = -1;
  joint.forEach((count, at) => {
    if (count > 0) ofExpected += (count * count) / (rows[Math.floor(at / b.count)]! * columns[at % b.count]!);
  });
  const [r, c] = [rows, columns].map((sizes) => sizes.filter((size) => size > 0).length - 1) as [number, number];
  const unbiased = Math.max(0, ofExpected - (r * c) / (n - 1));
  const least = Math.min(...[r, c].map((freedom) => freedom - (freedom * freedom) / (n - 1)));
  return least <= 0 ? 0 : Math.min(1, Math.sqrt(unbiased / least));
}
