import type { Row } from "../row.ts";

const PREFIXES: ReadonlyArray<readonly [prefix: string, region: "eu" | "us" | "asia"]> = [
  ["+49", "eu"],
  ["+33", "eu"],
  ["+1", "us"],
  ["+81", "asia"],
];

/** Region of the first phone number. */
export function lookup_prefix(row: Row): "eu" | "us" | "asia" | null {
  const phone = (row.body ?? "").match(/\+\d[\d ]{6,20}/)?.[0];
  if (!phone) return null;
  return PREFIXES.find(([prefix]) => phone.startsWith(prefix))?.[1] ?? null;
}
