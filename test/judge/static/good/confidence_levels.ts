import type { Row } from "../row.ts";

type Label = "cancel" | "keep" | "unknown";
type Confidence = "high" | "medium" | "low";

const STRONG = /\b(?:cancel my (?:account|plan|subscription)|close my account|terminate)\b/;
const WEAK = /\b(?:cancel|quit|leave)\b/;
const KEEP = /\b(?:renew|extend|upgrade)\b/;

function answer(label: Label, confidence: Confidence): { label: Label; confidence: Confidence } {
  return { label, confidence };
}

/** Whether the customer leaves. */
export function confidence_levels(row: Row): { label: Label; confidence: Confidence } {
  const text = [row.subject ?? "", row.body ?? ""].join(" ").toLowerCase().replace(/\s+/g, " ");
  if (STRONG.test(text)) return answer("cancel", "high");
  if (KEEP.test(text)) return answer("keep", "medium");
  if (WEAK.test(text)) return answer("cancel", "low");
  return answer("unknown", "low");
}
