import type { Row } from "../row.ts";

/** The amount as a number, whatever the separators. */
export function amount_number(row: Row): number | null {
  if (row.amount === null) return null;
  const match = row.amount.match(/\d[\d.,' ]{0,15}/);
  if (!match) return null;
  const raw = match[0].replace(/[ ']/g, "");
  const comma = raw.lastIndexOf(",");
  const dot = raw.lastIndexOf(".");
  const decimal = Math.max(comma, dot);
  const digits = raw.length - decimal - 1;
  if (decimal === -1 || digits === 3) {
    const whole = Number(raw.replace(/[.,]/g, ""));
    return Number.isFinite(whole) ? whole : null;
  }
  const value = Number(raw.slice(0, decimal).replace(/[.,]/g, "") + "." + raw.slice(decimal + 1));
  return Number.isFinite(value) ? value : null;
}
