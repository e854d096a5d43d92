import type { Row } from "../row.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;

/** The month that the text names first, or null. */
export function months_table(row: Row): number | null {
  const text = (row.body ?? "").toLowerCase();
  let best = -1;
  let bestAt = Infinity;
  for (const [index, month] of MONTHS.entries()) {
    const at = text.search(/\b[a-z]{3}/) === -1 ? -1 : text.indexOf(` ${month}`);
    if (at >= 0 && at < bestAt) {
      best = index;
      bestAt = at;
    }
  }
  return best < 0 || bestAt === Infinity ? null : best + 1;
}
