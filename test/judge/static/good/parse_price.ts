import type { Row } from "../row.ts";

/** Number of an amount in any of the usual spellings; null where none is found. */
export function parse_price(row: Row): number | null {
  const raw = row.amount;
  if (raw === null) return null;
  const match = raw.match(/-?\d[\d.,' ]*/);
  if (!match) return null;
  let digits = match[0].replace(/[' ]/g, "");
  const lastComma = digits.lastIndexOf(",");
  const lastDot = digits.lastIndexOf(".");
  if (lastComma > lastDot) {
    digits = digits.replace(/\./g, "").replace(",", ".");
  } else {
    digits = digits.replace(/,/g, "");
  }
  const value = Number.parseFloat(digits);
  return Number.isFinite(value) ? value : null;
}
