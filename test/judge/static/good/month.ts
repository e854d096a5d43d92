import type { Row } from "../row.ts";

/** Month in which the ticket was made, 1 to 12. */
export function month(row: Row): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(row.created_at ?? "");
  const digits = found?.[2];
  return digits === undefined ? null : parseInt(digits, 10);
}
