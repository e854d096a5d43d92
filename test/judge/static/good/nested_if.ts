import type { Row } from "../row.ts";

/** Whether a deadline is threatened. */
export function nested_if(row: Row): boolean {
  const body = row.body;
  if (body) {
    const lower = body.toLowerCase();
    if (lower.includes("unless") || lower.includes("otherwise")) {
      if (/\b(?:cancel|lawyer|bank|review)\b/.test(lower)) {
        return true;
      }
    }
  }
  return false;
}
