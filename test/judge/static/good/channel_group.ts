import type { Row } from "../row.ts";

type Group = "mail" | "phone" | "chat" | "other";

const GROUPS: ReadonlyMap<string, Group> = new Map([
  ["email", "mail"],
  ["e-mail", "mail"],
  ["mail", "mail"],
  ["phone", "phone"],
  ["call", "phone"],
  ["chat", "chat"],
  ["messenger", "chat"],
]);

/** The family of the channel. */
export function channel_group(row: Row): Group | null {
  if (row.channel === null) return null;
  const key = row.channel.trim().toLowerCase();
  return GROUPS.get(key) ?? "other";
}
