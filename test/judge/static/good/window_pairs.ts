import type { Row } from "../row.ts";

/** Pairs of neighbouring equal words. */
export function window_pairs(row: Row): number {
  const words = (row.body ?? "").toLowerCase().split(/\s+/);
  return words.filter((word, i) => i > 0 && word !== "" && word === words[i - 1]).length;
}
