import type { Row } from "../row.ts";

/** Which of four signs are there, as the sum of powers of two. */
export function bitmask(row: Row): number {
  const body = row.body ?? "";
  let mask = 0;
  if (body.includes("?")) mask |= 1;
  if (body.includes("!")) mask |= 2;
  if (/https?:\/\//.test(body)) mask |= 1 << 2;
  if (/\d{5,}/.test(body)) mask |= 1 << 3;
  return mask;
}
