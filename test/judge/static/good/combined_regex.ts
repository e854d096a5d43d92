import type { Row } from "../row.ts";

const NOT_WORKING = /\b(?:does(?:n['’]?t| not)|is(?:n['’]?t| not)|won['’]?t|can(?:['’]?t|not)) (?:work|load|open|start|respond)/i;

/** Something does not work. */
export function combined_regex(row: Row): boolean {
  return NOT_WORKING.test(row.body ?? "") || NOT_WORKING.test(row.subject ?? "");
}
