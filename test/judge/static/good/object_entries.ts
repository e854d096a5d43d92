import type { Row } from "../row.ts";

const WORDS: Readonly<Record<string, readonly string[]>> = {
  billing: ["invoice", "refund", "vat"],
  access: ["password", "login"],
  bug: ["crash", "error"],
};

/** How many topics are touched. */
export function object_entries(row: Row): number {
  const text = (row.body ?? "").toLowerCase();
  let topics = 0;
  for (const [, words] of Object.entries(WORDS)) {
    if (words.some((word) => text.includes(word))) topics++;
  }
  return topics;
}
