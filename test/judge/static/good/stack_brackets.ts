import type { Row } from "../row.ts";

/** Depth of brackets. */
export function stack_brackets(row: Row): number {
  const stack: string[] = [];
  let deepest = 0;
  for (const ch of row.body ?? "") {
    if (ch === "(" || ch === "[") stack.push(ch);
    else if ((ch === ")" || ch === "]") && stack.length > 0) stack.pop();
    if (stack.length > deepest) deepest = stack.length;
  }
  return deepest;
}
