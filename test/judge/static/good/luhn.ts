import type { Row } from "../row.ts";

/** Whether the digits of the reference pass Luhn's test. */
export function luhn(row: Row): boolean | null {
  const digits = (row.order_ref ?? "").replace(/\D/g, "");
  if (digits.length < 2) return null;
  let sum = 0;
  let double = false;
  for (let i = digits.length - 1; i >= 0; i--) {
    let digit = Number(digits[i]);
    if (double) {
      digit *= 2;
      if (digit > 9) digit -= 9;
    }
    sum += digit;
    double = !double;
  }
  return sum % 10 === 0;
}
