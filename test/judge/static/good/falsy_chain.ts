import type { Row } from "../row.ts";

/** The first text that is there. */
export function falsy_chain(row: Row): number {
  const text = row.body || row.subject || row.order_ref || "";
  return text.length;
}
