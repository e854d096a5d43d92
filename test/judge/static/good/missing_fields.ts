import type { Row } from "../row.ts";

/** How many fields are empty. */
export function missing_fields(row: Row): number {
  const fields = [row.subject, row.body, row.plan, row.country, row.device, row.order_ref, row.amount];
  return fields.filter((field) => field === null || field.trim() === "").length;
}
