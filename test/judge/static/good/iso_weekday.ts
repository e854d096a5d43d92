import type { Row } from "../row.ts";

const OFFSETS: readonly number[] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];

/** Day of the week of the creation date by Sakamoto's method, 0 = Sunday. */
export function iso_weekday(row: Row): number | null {
  const m = /^(\d{4})-(\d{2})-(\d{2})/.exec(row.created_at ?? "");
  if (m === null) return null;
  let year = Number(m[1]);
  const month = Number(m[2]);
  const day = Number(m[3]);
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  if (month < 3) year -= 1;
  const offset = OFFSETS[month - 1] ?? 0;
  return (year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + offset + day) % 7;
}
