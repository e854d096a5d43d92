import type { Row } from "../row.ts";

/** Tags in square brackets at the start of the subject. */
export function bracket_tags(row: Row): number {
  const tags: string[] = [];
  for (const match of (row.subject ?? "").matchAll(/\[([^\]\n]{1,20})\]/g)) {
    const tag = (match[1] ?? "").trim().toLowerCase();
    if (tag !== "" && !tags.includes(tag)) tags.push(tag);
  }
  return tags.length;
}
