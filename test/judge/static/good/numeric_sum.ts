import type { Row } from "../row.ts";

/** The sum of all amounts in the text. */
export function numeric_sum(row: Row): number {
  const amounts = ((row.body ?? "").match(/\d{1,7}(?:\.\d{1,2})?/g) ?? []).map(Number);
  return amounts.reduce((a, b) => a + b, 0);
}
