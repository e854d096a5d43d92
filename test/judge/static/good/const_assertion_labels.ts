import type { Row } from "../row.ts";

const LABELS = ["billing", "technical", "account"] as const;
const PATTERNS = [/\binvoice|charge\b/i, /\berror|bug\b/i, /\bpassword|login\b/i] as const;

/** The first pattern that matches. */
export function const_assertion_labels(row: Row): "billing" | "technical" | "account" | null {
  const index = PATTERNS.findIndex((pattern) => pattern.test(row.body ?? ""));
  return LABELS[index] ?? null;
}
