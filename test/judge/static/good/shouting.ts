import type { Row } from "../row.ts";

/** Share of words in capitals. */
export function shouting(row: Row): number | null {
  if (row.body === null) return null;
  const words = row.body.split(/\s+/).filter((word) => /[A-Za-z]{3}/.test(word));
  if (words.length === 0) return 0;
  const loud = words.filter((word) => word === word.toUpperCase()).length;
  return Math.round((loud / words.length) * 100) / 100;
}
