import type { Row } from "../row.ts";

/** Running sum of word lengths, last value. */
export function entries_in_place(row: Row): number {
  const sums = (row.body ?? "").split(" ").map((word) => word.length);
  for (const [i, value] of sums.entries()) {
    sums[i] = value + (i > 0 ? (sums[i - 1] ?? 0) : 0);
  }
  return sums.at(-1) ?? 0;
}
