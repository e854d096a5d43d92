import type { Row } from "../row.ts";

/** The longest of three fields. */
export function max_literal_list(row: Row): number {
  const lengths = [row.subject, row.body, row.order_ref].map((text) => (text ?? "").length);
  return Math.max(...lengths);
}
