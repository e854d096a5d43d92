import { ts } from "ts-morph";
import type { Parsed } from "./parse.ts";

/** Every comment of the candidate's own text, in order. By a stack, not by recursion: the tree may be as deep as its text allows. */
export function commentsOf({ file, start }: Parsed): readonly { readonly pos: number; readonly end: number }[] {
  const found = new Map<number, number>();
  const stack: ts.Node[] = [file];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const leading = ts.getLeadingCommentRanges(file.text, node.pos) ?? [];
    for (const { pos, end } of [...leading, ...(ts.getTrailingCommentRanges(file.text, node.end) ?? [])]) found.set(pos, end);
    for (const child of node.getChildren(file)) if (!ts.isJSDoc(child)) stack.push(child);
  }
  return [...found]
    .map(([pos, end]) => ({ pos, end }))
    .filter(({ pos }) => pos >= start)
    .toSorted((a, b) => a.pos - b.pos);
}
