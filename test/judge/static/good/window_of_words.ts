import type { Row } from "../row.ts";

/** Most money words within any ten words. */
export function window_of_words(row: Row): number {
  const words = (row.body ?? "").toLowerCase().split(/[^a-z]+/);
  const isMoney = (index: number): boolean => /^(?:paid|pay|money|euros?)$/.test(words[index] ?? "");
  let best = 0;
  let inside = 0;
  for (let i = 0; i < words.length; i++) {
    if (isMoney(i)) inside += 1;
    if (i >= 10 && isMoney(i - 10)) inside -= 1;
    best = Math.max(best, inside);
  }
  return best;
}
