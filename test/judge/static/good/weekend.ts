import type { Row } from "../row.ts";

const OFFSETS: readonly number[] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];

/** Sakamoto's rule: 0 is Sunday. */
function weekday(year: number, month: number, day: number): number {
  const y = month < 3 ? year - 1 : year;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + (OFFSETS[month - 1] ?? 0) + day) % 7;
}

/** Whether the ticket came on a Saturday or Sunday. */
export function weekend(row: Row): boolean | null {
  const match = (row.created_at ?? "").match(/^(\d{4})-(\d{2})-(\d{2})/);
  if (match === null) return null;
  const [, year = "", month = "", day = ""] = match;
  const d = weekday(Number(year), Number(month), Number(day));
  return d === 0 || d === 6;
}
