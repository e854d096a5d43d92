import type { Row } from "../row.ts";

function distance(a: string, b: string): number {
  let previous: number[] = [];
  for (let j = 0; j <= b.length; j++) previous.push(j);
  for (let i = 1; i <= a.length; i++) {
    const current: number[] = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1;
      current.push(Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** Whether some word is "invoice" with at most two typos. */
export function typo_invoice(row: Row): boolean {
  const words = (row.subject ?? "")
    .toLowerCase()
    .split(/[^a-z]+/)
    .slice(0, 50);
  return words.some((word) => word.length >= 5 && word.length <= 10 && distance(word, "invoice") <= 2);
}
