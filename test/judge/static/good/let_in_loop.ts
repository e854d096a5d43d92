import type { Row } from "../row.ts";

/** Longest run of one letter. */
export function let_in_loop(row: Row): number {
  let longest = 0;
  let current = 0;
  let last = "";
  for (const ch of row.body ?? "") {
    if (ch === last) {
      current++;
    } else {
      last = ch;
      current = 1;
    }
    longest = current > longest ? current : longest;
  }
  return longest;
}
