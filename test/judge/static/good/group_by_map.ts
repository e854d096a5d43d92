import type { Row } from "../row.ts";

/** The most frequent first letter of words, as its count. */
export function group_by_map(row: Row): number {
  const groups = new Map<string, string[]>();
  for (const word of (row.body ?? "").split(" ")) {
    const key = word.charAt(0).toLowerCase();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [word]);
    else groups.set(key, [...group, word]);
  }
  let most = 0;
  for (const group of groups.values()) most = Math.max(most, group.length);
  return most;
}
