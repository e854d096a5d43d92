import type { Row } from "../row.ts";

/** Digits per character. */
export function ratio_guard(row: Row): number {
  const text = row.body ?? "";
  const digits = text.split("").filter((c) => c >= "0" && c <= "9").length;
  return text.length ? digits / text.length : 0;
}
