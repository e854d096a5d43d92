import type { Row } from "../row.ts";

const WEIGHTS = {
  invoice: 2,
  receipt: 1,
  vat: 2,
  charge: 1,
} as const;

/** Billing words in the subject, weighted. */
export function object_table(row: Row): number {
  const subject = (row.subject ?? "").toLowerCase();
  let total = 0;
  for (const [word, weight] of Object.entries(WEIGHTS)) {
    if (subject.includes(word)) total += weight;
  }
  return total;
}
