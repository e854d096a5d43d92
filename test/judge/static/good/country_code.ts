const CODES: ReadonlyMap<string, string> = new Map([
  ["germany", "DE"],
  ["deutschland", "DE"],
  ["france", "FR"],
  ["españa", "ES"],
  ["spain", "ES"],
  ["usa", "US"],
  ["united states", "US"],
]);

/** Country names as codes. */
export function country_code(value: string | null): string | null {
  if (value === null) return null;
  const trimmed = value.trim();
  if (trimmed === "") return null;
  if (/^[A-Za-z]{2}$/.test(trimmed)) return trimmed.toUpperCase();
  return CODES.get(trimmed.toLowerCase()) ?? trimmed;
}
