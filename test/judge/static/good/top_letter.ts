import type { Row } from "../row.ts";

/** Share of the most frequent letter: high in key mashing. */
export function top_letter(row: Row): number {
  const counts = new Map<string, number>();
  let total = 0;
  for (const letter of (row.body ?? "").toLowerCase()) {
    if (letter < "a" || letter > "z") continue;
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
    total += 1;
  }
  let top = 0;
  for (const count of counts.values()) top = Math.max(top, count);
  return total === 0 ? 0 : top / total;
}
