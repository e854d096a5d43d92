import type { Row } from "../row.ts";

/** Why an account cannot be entered. */
export function early_returns(row: Row): "password" | "code" | "locked" | "other" | null {
  const text = row.body?.toLowerCase();
  if (text === undefined) return null;
  if (/\blocked\b/.test(text)) return "locked";
  if (/\b(?:code|2fa|otp)\b/.test(text)) return "code";
  if (text.includes("password")) return "password";
  return "other";
}
