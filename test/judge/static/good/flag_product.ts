import type { Row } from "../row.ts";

/** Signs of a second charge. */
export function flag_product(row: Row): number {
  const text = (row.body ?? "").toLowerCase();
  const charged = /\b(?:charged|billed|debited|paid)\b/.test(text);
  const twice = /\b(?:twice|two times|double|again|duplicate)\b/.test(text);
  const recent = /\b(?:today|yesterday|this (?:week|month))\b/.test(text);
  return Number(charged) + (charged && twice ? 2 : 0) + (twice && recent ? 1 : 0);
}
