import type { Row } from "../row.ts";

/** Attachments as a number. */
export function typeof_guard(row: Row): number {
  return typeof row.attachments === "number" && row.attachments >= 0 ? row.attachments : 0;
}
