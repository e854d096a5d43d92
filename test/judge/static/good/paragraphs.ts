import type { Row } from "../row.ts";

/** Non-empty paragraphs without quoted lines. */
export function paragraphs(row: Row): number {
  const lines = (row.body ?? "").split("\n").filter((line) => !line.startsWith(">"));
  let count = 0;
  let inside = false;
  for (const line of lines) {
    const filled = line.trim().length > 0;
    if (filled && !inside) count += 1;
    inside = filled;
  }
  return count;
}
