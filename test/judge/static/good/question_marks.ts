import type { Row } from "../row.ts";

/** Number of question marks in the body. */
export function question_marks(row: Row): number {
  return (row.body ?? "").split("?").length - 1;
}
