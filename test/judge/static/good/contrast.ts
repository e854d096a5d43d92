import type { Row } from "../row.ts";

/** What follows "but" counts double. */
export function contrast(row: Row): number {
  const text = (row.body ?? "").toLowerCase();
  const at = text.indexOf(" but ");
  const bad = /\b(?:bad|broken|late|wrong|missing)\b/g;
  const count = (part: string): number => (part.match(bad) ?? []).length;
  if (at === -1) return count(text);
  return count(text.slice(0, at)) + 2 * count(text.slice(at + 5));
}
