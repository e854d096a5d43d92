import type { Row } from "../row.ts";

/** Sum of all amounts with a currency sign in the text. */
export function sum_of_amounts(row: Row): number {
  let sum = 0;
  for (const match of (row.body ?? "").matchAll(/[$€£] ?(\d{1,6})(?:[.,](\d{2}))?(?!\d)/g)) {
    sum += Number(match[1] ?? "0") + Number(match[2] ?? "0") / 100;
  }
  return sum;
}
