import type { Row } from "../row.ts";

type Confidence = "high" | "medium" | "low";

const toConfidence = (n: number): Confidence => (n >= 3 ? "high" : n === 2 ? "medium" : "low");

const BUG = [/\bbug\b/i, /\berror\b/i, /\bcrash/i, /\bstack ?trace\b/i];
const FEATURE = [/\bfeature\b/i, /\bwould be (?:nice|great)\b/i, /\bplease add\b/i, /\bsupport for\b/i];

/** Bug or wish. */
export function confidence_by_count(row: Row): { label: "bug" | "feature" | "unknown"; confidence: Confidence } {
  const text = [row.subject ?? "", row.body ?? ""].join("\n");
  const bug = BUG.filter((re) => re.test(text)).length;
  const feature = FEATURE.filter((re) => re.test(text)).length;
  if (bug === feature) return { label: "unknown", confidence: "low" };
  return bug > feature ? { label: "bug", confidence: toConfidence(bug) } : { label: "feature", confidence: toConfidence(feature) };
}
