import type { Row } from "../row.ts";

/** The first version number in the text, as major plus minor hundredths. */
export function roman_version(row: Row): number | null {
  const m = /\bv?(\d{1,3})\.(\d{1,3})(?:\.\d{1,4})?\b/.exec(row.body ?? "");
  if (m === null) return null;
  const major = Number.parseInt(m[1] ?? "0", 10);
  const minor = Number.parseInt(m[2] ?? "0", 10);
  return major + Math.min(minor, 99) / 100;
}
