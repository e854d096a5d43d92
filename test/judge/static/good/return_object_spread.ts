import type { Row } from "../row.ts";

interface Counts {
  readonly upper: number;
  readonly lower: number;
}

const NONE: Counts = { upper: 0, lower: 0 };

/** Upper-case words minus lower-case words. */
export function return_object_spread(row: Row): number {
  let counts = NONE;
  for (const word of (row.body ?? "").split(" ")) {
    if (/^[A-Z]/.test(word)) counts = { ...counts, upper: counts.upper + 1 };
    else counts = { ...counts, lower: counts.lower + 1 };
  }
  return counts.upper - counts.lower;
}
