import type { Row } from "../row.ts";

const TABLE: readonly { label: "cancel" | "pause" | "upgrade"; re: RegExp }[] = [
  { label: "cancel", re: /\b(?:cancel|terminate|close)\b/i },
  { label: "pause", re: /\b(?:pause|hold|suspend)\b/i },
  { label: "upgrade", re: /\b(?:upgrade|switch to)\b/i },
];

/** What should happen to the subscription. */
export function label_order(row: Row): {
  readonly label: "cancel" | "pause" | "upgrade" | "unknown";
  readonly confidence: "high" | "medium" | "low";
} {
  const body = row.body ?? "";
  const matches = TABLE.filter(({ re }) => re.test(body));
  const first = matches[0];
  if (first === undefined) return { label: "unknown", confidence: "low" };
  return { label: first.label, confidence: matches.length === 1 ? "high" : "low" };
}
