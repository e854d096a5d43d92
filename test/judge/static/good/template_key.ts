import type { Row } from "../row.ts";

/** Channel and plan in one word of a closed list. */
export function template_key(row: Row): "chat_pro" | "email_pro" | "other" {
  const key = `${(row.channel ?? "").toLowerCase()}_${(row.plan ?? "").toLowerCase()}`;
  if (key === "chat_pro") return "chat_pro";
  if (key === "email_pro") return key;
  return "other";
}
