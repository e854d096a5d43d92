import type { Row } from "../row.ts";

function distance(a: string, b: string): number {
  const row: number[] = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0] ?? 0;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0;
      const left = row[j - 1] ?? 0;
      row[j] = Math.min(above + 1, left + 1, diagonal + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1));
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}

/** Whether some word nearly says "password". */
export function edit_distance_in_place(row: Row): boolean {
  const words = (row.body ?? "")
    .toLowerCase()
    .slice(0, 2000)
    .split(/[^a-z]+/);
  return words.some((word) => word.length > 5 && word.length < 12 && distance(word, "password") <= 2);
}
