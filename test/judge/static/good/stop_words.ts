import type { Row } from "../row.ts";

const STOP = new Set("a an the and or of to in is it".split(" "));
const UNITS = new Map(Object.entries({ kg: 1000, g: 1, lb: 453.6 }));

/** Words that carry meaning, and grams named. */
export function stop_words(row: Row): number {
  const words: string[] = (row.body ?? "").toLowerCase().match(/[a-z]+/g) ?? [];
  const rest = words.filter((word) => !STOP.has(word));
  return rest.length + (UNITS.get(rest.at(-1) ?? "") ?? 0);
}
