import type { Row } from "../row.ts";

const FACTORS: ReadonlyMap<string, number> = new Map([
  ["kb", 1 / 1024],
  ["mb", 1],
  ["gb", 1024],
]);

/** The largest size named, in megabytes. */
export function units(row: Row): number | null {
  let largest: number | null = null;
  for (const [, digits, unit] of (row.body ?? "").toLowerCase().matchAll(/(\d{1,6}(?:\.\d{1,3})?) ?(kb|mb|gb)\b/g)) {
    const size = Number(digits ?? "0") * (FACTORS.get(unit ?? "mb") ?? 1);
    if (largest === null || size > largest) largest = size;
  }
  return largest;
}
