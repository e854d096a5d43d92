import type { Row } from "../row.ts";

/** The longest of the first twenty words. */
export function top_of_slice(row: Row): number {
  const lengths = (row.body ?? "").split(" ").map((word) => word.length);
  return Math.max(0, ...lengths.slice(0, 20));
}
