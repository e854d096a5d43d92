import type { Row } from "../row.ts";

/** Question marks minus exclamation marks. */
export function accumulate_object(row: Row): number {
  const totals = [...(row.body ?? "")].reduce((acc, ch) => ({ q: acc.q + (ch === "?" ? 1 : 0), e: acc.e + (ch === "!" ? 1 : 0) }), {
    q: 0,
    e: 0,
  });
  return totals.q - totals.e;
}
