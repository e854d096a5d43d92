import type { Row } from "../row.ts";

/** Whether the amount is missing or empty. */
export function loose_null(row: Row): boolean {
  return row.amount == null || row.amount.trim() === "";
}
