import type { Row } from "../row.ts";

/** Length class of the body. */
export function ternary_chain(row: Row): "empty" | "short" | "medium" | "long" {
  const length = row.body?.trim().length ?? 0;
  return length === 0 ? "empty" : length < 80 ? "short" : length < 400 ? "medium" : "long";
}
