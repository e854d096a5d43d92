import type { Row } from "../row.ts";

/** Value after the first colon of the subject. */
export function split_limit(row: Row): number {
  const [, rest] = (row.subject ?? "").split(":", 2);
  return rest === undefined ? 0 : rest.trim().length;
}
