import type { Row } from "../row.ts";

/** Whether an order number is given, in its field or in the text. */
export function has_order(row: Row): boolean {
  if (row.order_ref !== null && row.order_ref.trim() !== "") return true;
  return /\b(?:order|ord|po)[ #:-]{0,3}\d{4,10}\b/i.test(row.body ?? "");
}
