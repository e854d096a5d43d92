import type { Row } from "../row.ts";

const REQUIRED = ["order", "number"];

/** Whether the text names its order. */
export function some_every(row: Row): boolean {
  const words = new Set((row.body ?? "").toLowerCase().split(/[^a-z]+/));
  return REQUIRED.every((word) => words.has(word)) || /#\d{4,}/.test(row.body ?? "");
}
