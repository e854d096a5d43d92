import type { Row } from "../row.ts";

function split(text: string): [string, string] {
  const at = text.indexOf("\n");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

/** Length of the first line over all. */
export function tuple_return(row: Row): number {
  const [head, rest] = split(row.body ?? "");
  const total = head.length + rest.length;
  return total === 0 ? 0 : head.length / total;
}
