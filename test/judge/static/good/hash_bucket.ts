import type { Row } from "../row.ts";

/** A stable bucket of the order reference. */
export function hash_bucket(row: Row): number {
  const text = row.order_ref ?? "";
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    hash = (hash * 31 + text.charCodeAt(i)) % 1009;
  }
  return hash;
}
