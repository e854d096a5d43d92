import type { Row } from "../row.ts";

function levenshtein(a: string, b: string): number {
  if (a === b) return 0;
  if (a.length === 0) return b.length;
  if (b.length === 0) return a.length;
  let previous: number[] = [];
  for (let j = 0; j <= b.length; j++) previous.push(j);
  for (let i = 0; i < a.length; i++) {
    const current: number[] = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const cost = a[i] === b[j] ? 0 : 1;
      current.push(Math.min((current[j] ?? 0) + 1, (previous[j + 1] ?? 0) + 1, (previous[j] ?? 0) + cost));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** Smallest distance of a word of the subject to "cancel". */
export function edit_distance_two_rows(row: Row): number {
  const words = (row.subject ?? "").toLowerCase().split(/\s+/).slice(0, 50);
  let best = 6;
  for (const word of words) {
    if (Math.abs(word.length - 6) > 2) continue;
    best = Math.min(best, levenshtein(word, "cancel"));
  }
  return best;
}
