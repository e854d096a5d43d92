import type { Row } from "../row.ts";

/** Median word length. */
export function sort_copy(row: Row): number {
  const lengths = (row.body ?? "").split(/\s+/).map((word) => word.length);
  const sorted = [...lengths].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
