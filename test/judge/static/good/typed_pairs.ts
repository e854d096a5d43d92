import type { Row } from "../row.ts";

type Pattern = { readonly re: RegExp; readonly weight: number };

const EVIDENCE: Pattern[] = [
  { re: /\bhack(?:ed|er)?\b/i, weight: 3 },
  { re: /\bphish/i, weight: 2 },
  { re: /\bsuspicious\b/i, weight: 1 },
];

/** Weighted signs of an attack, at most 5. */
export function typed_pairs(row: Row): number {
  const text = `${row.subject ?? ""} ${row.body ?? ""}`;
  const total = EVIDENCE.map((e) => (e.re.test(text) ? e.weight : 0)).reduce((a: number, b) => a + b, 0);
  return Math.min(5, total);
}
