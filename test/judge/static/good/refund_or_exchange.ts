import type { Row } from "../row.ts";

type Label = "refund" | "exchange" | "unknown";

interface Result {
  label: Label;
  confidence: "high" | "medium" | "low";
}

const REFUND_PATTERNS: RegExp[] = [
  /\brefund(?:ed|s|ing)?\b/i,
  /\bmoney[ -]?back\b/i,
  /\breturn my (?:money|payment)\b/i,
  /\bcharge ?back\b/i,
];

const EXCHANGE_PATTERNS: RegExp[] = [/\bexchange\b/i, /\breplace(?:ment|d)?\b/i, /\bswap(?:ped)?\b/i];

function countMatches(text: string, patterns: RegExp[]): number {
  let count = 0;
  for (const pattern of patterns) {
    if (pattern.test(text)) {
      count++;
    }
  }
  return count;
}

/** Whether the customer wants money back or another item. */
export function refund_or_exchange(row: Row): Result {
  const text = [row.subject, row.body].filter((part) => part !== null).join(" ");
  const refund = countMatches(text, REFUND_PATTERNS);
  const exchange = countMatches(text, EXCHANGE_PATTERNS);
  if (refund === 0 && exchange === 0) return { label: "unknown", confidence: "low" };
  if (refund === exchange) return { label: "unknown", confidence: "medium" };
  const label: Label = refund > exchange ? "refund" : "exchange";
  const confidence = Math.abs(refund - exchange) >= 2 ? "high" : "medium";
  return { label, confidence };
}
