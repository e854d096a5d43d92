import type { Row } from "../row.ts";

/** Deepest nesting of brackets in the text. */
export function stack(row: Row): number {
  const open: string[] = [];
  let deepest = 0;
  for (const ch of row.body ?? "") {
    if (ch === "(" || ch === "[") {
      open.push(ch);
      deepest = Math.max(deepest, open.length);
    } else if (ch === ")" || ch === "]") {
      const last = open.pop();
      if (last === undefined) return -1;
    }
  }
  return deepest;
}
