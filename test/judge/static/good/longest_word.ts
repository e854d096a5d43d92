import type { Row } from "../row.ts";

/** Length of the longest word. */
export function longest_word(row: Row): number {
  const words = (row.body ?? "").split(/\s+/);
  return words.reduce((longest, word) => Math.max(longest, word.length), 0);
}
