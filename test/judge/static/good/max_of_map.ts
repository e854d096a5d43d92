import type { Row } from "../row.ts";

const LISTS = [
  ["refund", "money"],
  ["login", "password"],
  ["parcel", "delivery"],
];

/** The highest number of words of one list. */
export function max_of_map(row: Row): number {
  const body = (row.body ?? "").toLowerCase();
  return Math.max(...LISTS.map((list) => list.filter((word) => body.includes(word)).length));
}
