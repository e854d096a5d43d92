import type { Row } from "../row.ts";

/** Lines of the form "key: value", values of one key joined; the longest of them. */
export function append_by_key(row: Row): number {
  const values = new Map<string, string>();
  for (const line of (row.body ?? "").split("\n")) {
    const [key = "", value = ""] = line.split(":");
    values.set(key, (values.get(key) ?? "") + value);
  }
  let longest = 0;
  for (const [, value] of values) longest = Math.max(longest, value.length);
  return longest;
}
