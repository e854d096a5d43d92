import type { Row } from "../row.ts";

/** Sentences that hold both a product word and a problem word. */
export function nested_arrow(row: Row): number {
  const has = (sentence: string, words: readonly string[]): boolean => words.some((word) => sentence.includes(word));
  return (row.body ?? "")
    .toLowerCase()
    .split(/[.!?]/)
    .filter((sentence) => has(sentence, ["app", "site", "page"]) && has(sentence, ["error", "slow", "blank"])).length;
}
