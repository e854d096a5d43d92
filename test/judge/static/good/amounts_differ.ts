import type { Row } from "../row.ts";

/** Whether the body names another amount than the field. */
export function amounts_differ(row: Row): boolean | null {
  const field = Number((row.amount ?? "").replace(/[^0-9.]/g, ""));
  if (!field) return null;
  const inBody = [...(row.body ?? "").matchAll(/(?:\$|€|eur |usd )(\d{1,6}(?:\.\d\d)?)/gi)].map(([, n]) => Number(n));
  return inBody.length > 0 && !inBody.includes(field);
}
