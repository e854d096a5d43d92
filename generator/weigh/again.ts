import type { Weighable } from "./terms.ts";

/** Candidates that answer as a shorter (or, equally short, an earlier) one does, on every row: name → name of that one. */
export function againOf(candidates: readonly Weighable[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  const again = new Map<string, string>();
  for (const { name, values } of candidates.toSorted((a, b) => a.size - b.size)) {
    const key = partitionOf(values);
    const known = first.get(key);
    if (known === undefined) first.set(key, name);
    else again.set(name, known);
  }
  return again;
}

/** Answers up to renaming: each row's is the number of the first row that has the same. */
function partitionOf(values: Weighable["values"]): string {
  const seen = new Map<string, number>();
  return values
    .map((value, i) => {
      const key = JSON.stringify(value);
      const known = seen.get(key) ?? i;
      seen.set(key, known);
      return known;
    })
    .join();
}
