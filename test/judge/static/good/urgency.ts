import type { Row } from "../row.ts";

const SIGNS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:asap|urgent|immediately|right now)\b/, 2],
  [/\b(?:today|tonight|deadline)\b/, 1],
  [/!{2,}/, 1],
  [/\b(?:no rush|whenever)\b/, -2],
];

/** Signs of urgency, strong ones counted twice. */
export function urgency(row: Row): number {
  const text = [row.subject, row.body]
    .filter((part) => part !== null)
    .join(" ")
    .toLowerCase();
  let score = 0;
  for (const [pattern, weight] of SIGNS) {
    if (pattern.test(text)) score += weight;
  }
  return score;
}
