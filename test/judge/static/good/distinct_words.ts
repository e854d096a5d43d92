import type { Row } from "../row.ts";

/** Distinct words divided by words. */
export function distinct_words(row: Row): number | null {
  const words = (row.body ?? "").toLowerCase().match(/[a-z']{2,30}/g);
  if (words === null) return null;
  const seen = new Set(words);
  return Math.round((100 * seen.size) / words.length) / 100;
}
