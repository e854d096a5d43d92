import type { Row } from "../row.ts";

type Band = "new" | "month" | "year" | "old";

/** How long the customer has been one. */
export function tenure_band(row: Row): Band | null {
  const days = row.tenure_days;
  if (days === null || days < 0) return null;
  if (days <= 7) return "new";
  if (days <= 31) return "month";
  return days <= 365 ? "year" : "old";
}
