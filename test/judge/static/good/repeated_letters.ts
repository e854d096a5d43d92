import type { Row } from "../row.ts";

/** Whether letters are drawn out, as in "sooo". */
export function repeated_letters(row: Row): boolean {
  return /([a-z])\1{2}/i.test(row.body ?? "");
}
