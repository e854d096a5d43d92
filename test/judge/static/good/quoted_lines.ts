import type { Row } from "../row.ts";

/** Lines that quote an earlier mail. */
export function quoted_lines(row: Row): number {
  return (row.body ?? "").split(/\r?\n/).filter((line) => line.startsWith(">")).length;
}
