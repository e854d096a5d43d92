import type { Row } from "../row.ts";

/** The initials of the subject's words as one number: how many are capital. */
export function string_builder(row: Row): number {
  let initials = "";
  for (const word of (row.subject ?? "").split(/\s+/)) {
    initials += word.charAt(0);
  }
  return (initials.match(/[A-Z]/g) ?? []).length;
}
