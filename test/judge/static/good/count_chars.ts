import type { Row } from "../row.ts";

function countOf(text: string, wanted: string): number {
  let n = 0;
  for (const ch of text) {
    if (ch === wanted) n += 1;
  }
  return n;
}

/** Open brackets without a partner. */
export function count_chars(row: Row): number {
  const text = row.body ?? "";
  return Math.abs(countOf(text, "(") - countOf(text, ")"));
}
