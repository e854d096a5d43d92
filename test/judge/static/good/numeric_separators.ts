import type { Row } from "../row.ts";

const LIMIT = 1_000;

/** Whether the text is long. */
export function numeric_separators(row: Row): boolean {
  return (row.body ?? "").length > LIMIT;
}
