import type { Row } from "../row.ts";

function clamp(x: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, x));
}

/** Tenure on a scale from 0 to 10. */
export function clamp_tenure(row: Row): number {
  return row.tenure_days === null ? -1 : clamp(Math.floor(row.tenure_days / 100), 0, 10);
}
