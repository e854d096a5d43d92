import type { Row } from "../row.ts";

/** Whether the subject begins with a question word. */
export function first_words(row: Row): boolean {
  const [first = ""] = (row.subject ?? "").trim().toLowerCase().split(" ");
  return ["how", "why", "what", "when", "where", "who", "can", "is"].includes(first);
}
