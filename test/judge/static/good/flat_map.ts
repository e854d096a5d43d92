import type { Row } from "../row.ts";

/** Words of all lines that look like commands. */
export function flat_map(row: Row): number {
  return (row.body ?? "")
    .split("\n")
    .flatMap((line) => line.split(/\s+/))
    .filter((word) => /^--?[a-z]/.test(word)).length;
}
