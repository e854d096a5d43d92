import type { Row } from "../row.ts";

/** Longest common run of subject and reference. */
export function grid(row: Row): number {
  const a = (row.subject ?? "").slice(0, 120);
  const b = (row.order_ref ?? "").slice(0, 40);
  const table: number[][] = [];
  let best = 0;
  for (let i = 0; i <= a.length; i++) {
    const line: number[] = [];
    for (let j = 0; j <= b.length; j++) {
      const value = i > 0 && j > 0 && a[i - 1] === b[j - 1] ? (table[i - 1]?.[j - 1] ?? 0) + 1 : 0;
      line.push(value);
      best = Math.max(best, value);
    }
    table.push(line);
  }
  return best;
}
