import type { Row } from "../row.ts";

/** Whether a free mail provider is named. */
export function mail_domain(row: Row): boolean | null {
  const match = (row.body ?? "").match(/\b[\w.+-]{1,40}@([a-z0-9-]{1,40}\.[a-z]{2,10})\b/i);
  const domain = match?.[1]?.toLowerCase();
  if (domain === undefined) return null;
  return ["gmail.com", "yahoo.com", "outlook.com", "hotmail.com"].includes(domain);
}
