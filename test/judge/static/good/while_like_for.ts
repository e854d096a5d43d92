import type { Row } from "../row.ts";

/** Occurrences of "not" by indexOf. */
export function while_like_for(row: Row): number {
  const text = (row.body ?? "").toLowerCase();
  let count = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const at = text.indexOf("not", from);
    if (at < 0) break;
    count += 1;
    from = at + 3;
  }
  return count;
}
