import type { Row } from "../row.ts";

/** True where the last sentence asks. */
export function last_sentence_question(row: Row): boolean {
  const sentences = (row.body ?? "")
    .split(/(?<=[.!?])\s/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 0);
  const last = sentences.at(-1);
  return last !== undefined && last.endsWith("?");
}
