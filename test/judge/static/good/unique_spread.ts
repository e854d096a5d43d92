import type { Row } from "../row.ts";

/** Distinct domains that the text links to. */
export function unique_spread(row: Row): number {
  const links = [...(row.body ?? "").matchAll(/https?:\/\/([^\s/]{1,100})/g)].map((m) => (m[1] ?? "").toLowerCase());
  return new Set(links).size;
}
