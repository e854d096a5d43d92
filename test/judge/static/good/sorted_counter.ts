import type { Row } from "../row.ts";

/** The second most frequent of the long words, by its count. */
export function sorted_counter(row: Row): number {
  const words = (row.body ?? "").toLowerCase().match(/[a-z]{4,}/g) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const entries = [...counts.entries()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return entries[1]?.[1] ?? 0;
}
