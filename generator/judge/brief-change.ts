import type { Change } from "../types.ts";

/** Characters of a line that are shown whole; of longer ones, what differs and so many on either side. */
const short = 80;
const around = 30;

/** The change with lines no longer than a reader needs to see what differs. */
export function briefChange({ line, before, after }: Change): Change {
  if (Math.max(before.length, after.length) <= short) return { line, before, after };
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start++;
  let end = 0;
  while (end < least - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const from = Math.max(0, start - around);
  const left = Math.max(0, end - around);
  const cut = (text: string): string => `${from > 0 ? "…" : ""}${text.slice(from, text.length - left)}${left > 0 ? "…" : ""}`;
  return { line, before: cut(before), after: cut(after) };
}
