import type { Row } from "../row.ts";

/** Weighted evidence that the customer leaves. */
export function phrase_chain(row: Row): number {
  const t = ((row.subject ?? "") + " " + (row.body ?? "")).toLowerCase();
  const has = (pattern: RegExp): number => (pattern.test(t) ? 1 : 0);
  return has(/\bcancel/) * 2 + has(/\bleav(?:e|ing)\b/) + has(/\bcompetitor/) - has(/\bhow (?:do|can) i\b/);
}
