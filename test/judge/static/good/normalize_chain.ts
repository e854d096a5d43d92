/** Folds a country to two letters where it is plain which is meant. */
export function normalize_chain(value: string | null): string | null {
  if (value === null) return null;
  const folded = value
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z ]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (folded === "" || folded === "n a" || folded === "none" || folded === "unknown") return null;
  const known = COUNTRIES.get(folded);
  return known ?? value.trim();
}

const COUNTRIES: ReadonlyMap<string, string> = new Map([
  ["germany", "DE"],
  ["deutschland", "DE"],
  ["de", "DE"],
  ["france", "FR"],
  ["fr", "FR"],
]);
