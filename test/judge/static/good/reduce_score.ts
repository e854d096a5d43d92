import type { Row } from "../row.ts";

const SIGNS: ReadonlyArray<readonly [RegExp, number]> = [
  [/\burgent(?:ly)?\b/i, 3],
  [/\basap\b/i, 3],
  [/\btoday\b/i, 1],
  [/!{2,}/, 1],
];

/** Weighted sum of urgency signs. */
export function reduce_score(row: Row): number {
  const text = `${row.subject ?? ""} ${row.body ?? ""}`;
  return SIGNS.reduce((sum, [sign, weight]) => sum + (sign.test(text) ? weight : 0), 0);
}
