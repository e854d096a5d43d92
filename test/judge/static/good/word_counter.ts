import type { Row } from "../row.ts";

/** How often the most repeated word is repeated. */
export function word_counter(row: Row): number {
  const counts = new Map<string, number>();
  for (const word of (row.body ?? "").toLowerCase().split(/\W+/)) {
    if (!word) continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  let best = 0;
  for (const [, count] of counts) {
    if (count > best) best = count;
  }
  return best;
}
