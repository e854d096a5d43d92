import type { Row } from "../row.ts";

/** Longest common subsequence of channel and device. */
export function matrix_rows(row: Row): number {
  const a = (row.channel ?? "").slice(0, 50);
  const b = (row.device ?? "").slice(0, 50);
  const dp: number[][] = [];
  for (let i = 0; i <= a.length; i++) dp.push(new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++) {
    const line = dp[i] ?? [];
    const above = dp[i - 1] ?? [];
    for (let j = 1; j <= b.length; j++) {
      line[j] = a[i - 1] === b[j - 1] ? (above[j - 1] ?? 0) + 1 : Math.max(above[j] ?? 0, line[j - 1] ?? 0);
    }
  }
  return dp[a.length]?.[b.length] ?? 0;
}
