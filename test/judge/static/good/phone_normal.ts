/** Digits of an order reference, upper-cased prefix first. */
export function phone_normal(value: string | null): string | null {
  const text = value?.trim();
  if (!text) return null;
  const m = text.match(/^([a-z]{2,4})[ _-]?#?(\d{3,10})$/i);
  if (!m) return text;
  const [, prefix, digits] = m;
  return `${(prefix ?? "").toUpperCase()}-${digits ?? ""}`;
}
