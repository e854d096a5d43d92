import type { Row } from "../row.ts";

const WORDS: ReadonlyMap<string, number> = new Map([
  ["a", 1],
  ["one", 1],
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
]);

function toNumber(word: string): number {
  const known = WORDS.get(word);
  if (known !== undefined) return known;
  const parsed = parseInt(word, 10);
  return Number.isNaN(parsed) ? 0 : parsed;
}

/** Longest waiting time in days that the text mentions. */
export function days_in_text(row: Row): number {
  const text = (row.body ?? "").toLowerCase();
  let longest = 0;
  for (const match of text.matchAll(/\b(a|one|two|three|four|five|\d{1,3}) (day|week|month)s?\b/g)) {
    const [, amount = "", unit] = match;
    const factor = unit === "day" ? 1 : unit === "week" ? 7 : 30;
    longest = Math.max(longest, toNumber(amount) * factor);
  }
  return longest;
}
