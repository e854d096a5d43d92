import type { Row } from "../row.ts";

/** Characters in the second of up to three fields between bars. */
export function append_by_index(row: Row): number {
  const fields: string[] = ["", "", ""];
  let at = 0;
  for (const ch of row.body ?? "") {
    if (ch === "|") at = Math.min(2, at + 1);
    else fields[at] = (fields[at] ?? "") + ch;
  }
  return (fields[1] ?? "").length;
}
