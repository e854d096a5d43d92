import type { Row } from "../row.ts";

/** Place of the first problem word, as a share of the text. */
export function index_of_any(row: Row): number | null {
  const text = (row.body ?? "").toLowerCase();
  const places = ["error", "fail", "broken", "wrong"].map((word) => text.indexOf(word)).filter((at) => at >= 0);
  if (places.length === 0) return null;
  const first = places.reduce((a, b) => Math.min(a, b), text.length);
  return first / text.length;
}
