import type { Row } from "../row.ts";

const WORDS = ["refund", "money back", "chargeback", "reimburse"];

/** How many refund words the ticket uses. */
export function refund_words(row: Row): number {
  const text = `${row.subject ?? ""} ${row.body ?? ""}`.toLowerCase();
  let count = 0;
  for (const word of WORDS) {
    if (text.includes(word)) count += 1;
  }
  return count;
}
