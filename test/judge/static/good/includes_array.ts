import type { Row } from "../row.ts";

const EU = ["de", "fr", "it", "es", "nl"];

/** In the union. */
export function includes_array(row: Row): boolean | null {
  return row.country ? EU.includes(row.country.trim().slice(0, 2).toLowerCase()) : null;
}
