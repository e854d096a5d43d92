import type { Row } from "../row.ts";

/** How many different letters stand in the body. */
export function letter_histogram(row: Row): number {
  const counts: number[] = new Array<number>(26).fill(0);
  for (const ch of (row.body ?? "").toLowerCase()) {
    const index = ch.charCodeAt(0) - 97;
    if (index >= 0 && index < 26) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts.filter((count) => count > 0).length;
}
