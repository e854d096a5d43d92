import type { Row } from "../row.ts";

/** Standard deviation of word lengths. */
export function standard_deviation(row: Row): number {
  const lengths = (row.body ?? "").split(" ").map((w) => w.length);
  const n = lengths.length;
  const mean = lengths.reduce((s, x) => s + x, 0) / n;
  const variance = lengths.reduce((s, x) => s + (x - mean) * (x - mean), 0) / n;
  return Math.sqrt(variance);
}
