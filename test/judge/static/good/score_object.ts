import type { Row } from "../row.ts";

/** Billing signs minus technical signs, kept in one object. */
export function score_object(row: Row): number {
  const text = `${row.subject ?? ""} ${row.body ?? ""}`.toLowerCase();
  const scores = { billing: 0, technical: 0 };
  if (/\b(?:invoice|charge|refund)/.test(text)) scores.billing += 2;
  if (text.includes("payment")) scores.billing++;
  if (/\b(?:error|crash|bug)/.test(text)) scores.technical += 2;
  return scores.billing - scores.technical;
}
