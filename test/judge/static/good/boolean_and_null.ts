import type { Row } from "../row.ts";

/** Whether there is an attachment; null where nobody knows. */
export function boolean_and_null(row: Row): boolean | null {
  if (row.attachments === null) return null;
  return row.attachments > 0 || /\b(?:attached|attachment|screenshot)\b/i.test(row.body ?? "");
}
