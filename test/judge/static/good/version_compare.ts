import type { Row } from "../row.ts";

function parts(version: string): readonly number[] {
  return version.split(".").map((part) => parseInt(part, 10));
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const x = a[i] ?? 0;
    const y = b[i] ?? 0;
    if (x !== y) return x < y;
  }
  return false;
}

/** Whether the named version is old. */
export function version_compare(row: Row): boolean | null {
  const version = /\bv?(\d{1,3}\.\d{1,3}(?:\.\d{1,3})?)\b/.exec(row.body ?? "")?.[1];
  return version === undefined ? null : isBefore(parts(version), [4, 2, 0]);
}
