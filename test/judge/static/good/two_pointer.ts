import type { Row } from "../row.ts";

/** Whether the reference reads the same backwards. */
export function two_pointer(row: Row): boolean {
  const text = (row.order_ref ?? "").toLowerCase();
  const half = Math.floor(text.length / 2);
  for (let i = 0; i < half; i++) {
    if (text[i] !== text[text.length - 1 - i]) return false;
  }
  return text.length > 1;
}
