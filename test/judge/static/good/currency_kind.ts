import type { Row } from "../row.ts";

const SYMBOLS: ReadonlyMap<string, "eur" | "usd" | "gbp"> = new Map([
  ["€", "eur"],
  ["$", "usd"],
  ["£", "gbp"],
]);

/** The currency that an amount is given in. */
export function currency_kind(row: Row): "eur" | "usd" | "gbp" | "other" | null {
  if (row.amount === null) return null;
  const amount = row.amount.trim();
  if (amount === "") return null;
  for (const [symbol, name] of SYMBOLS) {
    if (amount.startsWith(symbol) || amount.endsWith(symbol)) return name;
  }
  const code = /\b(EUR|USD|GBP)\b/i.exec(amount)?.[1]?.toUpperCase();
  switch (code) {
    case "EUR":
      return "eur";
    case "USD":
      return "usd";
    case "GBP":
      return "gbp";
    default:
      return "other";
  }
}
