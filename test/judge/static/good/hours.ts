import type { Row } from "../row.ts";

/** Whether the ticket came outside office hours. */
export function hours(row: Row): boolean | null {
  const hour = row.created_at?.match(/[T ](\d{2}):/)?.[1];
  if (hour === undefined) return null;
  const h = Number(hour);
  return h < 8 || h >= 18;
}
