import type { Row } from "../row.ts";

/** Minutes of a clock time in the text. */
export function explicit_undefined(row: Row): number | null {
  const m = (row.body ?? "").match(/\b(\d{1,2}):(\d{2})\s?(am|pm)?\b/i);
  if (m === null || m[1] === undefined || m[2] === undefined) return null;
  let hours = Number(m[1]);
  if (m[3] !== undefined && m[3].toLowerCase() === "pm" && hours < 12) hours += 12;
  return hours * 60 + Number(m[2]);
}
