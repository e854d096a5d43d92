import type { Row } from "../row.ts";

/*
 * Approach:
 *   1. Lowercase.
 *   2. Count the hits.
 */

// Words that mean haste.
const HASTE = ["asap", "urgent", "immediately"]; // lower case

/**
 * Counts words that mean haste.
 *
 * @param row the ticket
 * @returns the count
 */
export function comment_heavy(row: Row): number {
  // Missing text counts as empty.
  const text = (row.body ?? "").toLowerCase();
  return HASTE.filter((word) => text.includes(word)).length; // 0 when nothing matches
}
