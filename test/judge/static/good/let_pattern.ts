import type { Row } from "../row.ts";

/** The tenth Fibonacci number, or the length of the subject if that is larger. */
export function let_pattern(row: Row): number {
  let [a, b] = [0, 1];
  for (let i = 0; i < 10; i++) {
    const sum = a + b;
    a = b;
    b = sum;
  }
  return Math.max(a, (row.subject ?? "").length);
}
