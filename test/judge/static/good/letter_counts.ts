import type { Row } from "../row.ts";

/** Share of the most frequent letter among all letters. */
export function letter_counts(row: Row): number {
  const counts = Array.from("abcdefghijklmnopqrstuvwxyz", () => 0);
  let total = 0;
  for (const ch of (row.body ?? "").toLowerCase()) {
    const index = ch.charCodeAt(0) - 97;
    if (index < 0 || index > 25) continue;
    counts[index] = (counts[index] ?? 0) + 1;
    total += 1;
  }
  if (total === 0) return 0;
  let most = 0;
  for (const count of counts) most = Math.max(most, count);
  return most / total;
}
