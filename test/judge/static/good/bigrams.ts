import type { Row } from "../row.ts";

const PAIRS: ReadonlySet<string> = new Set(["credit card", "log in", "sign in", "bank account", "not work"]);

/** How many telling word pairs there are. */
export function bigrams(row: Row): number {
  const words = (row.body ?? "")
    .toLowerCase()
    .replace(/[^a-z ]+/g, " ")
    .split(" ")
    .filter(Boolean);
  let hits = 0;
  for (let i = 0; i + 1 < words.length; i++) {
    if (PAIRS.has(`${words[i]} ${words[i + 1]}`)) hits += 1;
  }
  return hits;
}
