import type { Row } from "../row.ts";

/** Places at which reference and subject have the same character. */
export function zip_with(row: Row): number {
  const a = row.order_ref ?? "";
  const b = row.subject ?? "";
  let same = 0;
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    if (a.charAt(i) === b.charAt(i)) same += 1;
  }
  return same;
}
