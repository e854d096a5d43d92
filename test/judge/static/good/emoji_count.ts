import type { Row } from "../row.ts";

/** Emoji in the body. */
export function emoji_count(row: Row): number {
  return (row.body ?? "").match(/\p{Extended_Pictographic}/gu)?.length ?? 0;
}
