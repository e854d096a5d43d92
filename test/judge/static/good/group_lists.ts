import type { Row } from "../row.ts";

/** Size of the largest group of words with one first letter. */
export function group_lists(row: Row): number {
  const groups = new Map<string, string[]>();
  for (const word of (row.body ?? "").toLowerCase().split(/\s+/)) {
    const key = word.charAt(0);
    const group = groups.get(key);
    if (group) {
      group.push(word);
    } else {
      groups.set(key, [word]);
    }
  }
  let largest = 0;
  for (const group of groups.values()) largest = Math.max(largest, group.length);
  return largest;
}
