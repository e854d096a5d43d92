import type { Row } from "../row.ts";

/** Distinct neighbours, by compacting in place. */
export function write_index(row: Row): number {
  const words = (row.body ?? "").toLowerCase().split(" ");
  const kept: string[] = [];
  let at = 0;
  for (const word of words) {
    if (at > 0 && kept[at - 1] === word) continue;
    kept[at] = word;
    at += 1;
  }
  return kept.length;
}
