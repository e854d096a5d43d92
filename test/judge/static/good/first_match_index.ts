import type { Row } from "../row.ts";

const ORDER: readonly RegExp[] = [/\bfirst\b/, /\bsecond\b/, /\bthird\b/];

/** Where in the text the first sign stands, as a share of its length. */
export function first_match_index(row: Row): number | null {
  const text = (row.body ?? "").toLowerCase();
  let earliest = text.length;
  for (const re of ORDER) {
    const at = text.search(re);
    if (at !== -1 && at < earliest) earliest = at;
  }
  return earliest === text.length ? null : earliest / text.length;
}
