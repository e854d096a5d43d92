/** One spelling of amounts: number, space, code. */
export function amount_normal(value: string | null): string | null {
  if (value === null) return null;
  const m = /^\s*(?:(usd|eur|gbp|\$|€|£)\s?)?(\d{1,9}(?:[.,]\d{1,2})?)(?:\s?(usd|eur|gbp|\$|€|£))?\s*$/i.exec(value);
  if (m === null) return value;
  const sign = (m[1] ?? m[3] ?? "").toLowerCase();
  const code = sign === "$" || sign === "usd" ? "USD" : sign === "€" || sign === "eur" ? "EUR" : sign === "" ? "" : "GBP";
  const number = (m[2] ?? "0").replace(",", ".");
  return code === "" ? number : `${number} ${code}`;
}
