import type { Row } from "../row.ts";

/** How many words of the subject stand on several lines. */
export function group_sets(row: Row): number {
  const lines = new Map<string, Set<number>>();
  const parts = (row.body ?? "").split("\n");
  for (let i = 0; i < parts.length; i++) {
    for (const word of (parts[i] ?? "").split(" ")) {
      let seen = lines.get(word);
      if (!seen) {
        seen = new Set();
        lines.set(word, seen);
      }
      seen.add(i);
    }
  }
  return (row.subject ?? "").split(" ").filter((word) => (lines.get(word)?.size ?? 0) > 1).length;
}
