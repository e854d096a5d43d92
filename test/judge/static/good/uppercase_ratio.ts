import type { Row } from "../row.ts";

/** Share of capital letters, 0 for texts without letters. */
export function uppercase_ratio(row: Row): number {
  const letters = (row.body ?? "").replace(/[^A-Za-z]/g, "");
  if (letters.length === 0) {
    return 0;
  }
  const upper = letters.replace(/[a-z]/g, "").length;
  return Math.round((upper / letters.length) * 1000) / 1000;
}
