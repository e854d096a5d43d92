import type { Row } from "../row.ts";

/** Whether the words of the subject are in order. */
export function string_compare(row: Row): boolean {
  const words = (row.subject ?? "").toLowerCase().split(" ");
  for (let i = 1; i < words.length; i++) {
    const before = words[i - 1];
    const here = words[i];
    if (before === undefined || here === undefined) return false;
    if (before > here) return false;
  }
  return true;
}
