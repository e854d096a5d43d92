import type { Row } from "../row.ts";

/** Night, morning, day or evening. */
export function hour_of_day(row: Row): "night" | "morning" | "day" | "evening" | null {
  const hour = row.created_at?.match(/[T ](\d{2}):/)?.[1];
  if (hour === undefined) return null;
  const h = Number(hour);
  if (h < 6) return "night";
  if (h < 11) return "morning";
  if (h < 18) return "day";
  return "evening";
}
