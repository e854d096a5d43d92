import type { Row } from "../row.ts";

/** The last digit of the reference. */
export function reversed_text(row: Row): number | null {
  const digit = [...(row.order_ref ?? "")].reverse().find((ch) => /\d/.test(ch));
  return digit === undefined ? null : Number(digit);
}
