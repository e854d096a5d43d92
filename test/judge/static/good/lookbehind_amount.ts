import type { Row } from "../row.ts";

/** Prices after a currency sign. */
export function lookbehind_amount(row: Row): number {
  return (row.body ?? "").match(/(?<=[$€£]\s?)\d{1,6}/g)?.length ?? 0;
}
