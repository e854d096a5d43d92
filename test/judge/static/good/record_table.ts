import type { Row } from "../row.ts";

type Topic = "login" | "billing" | "shipping";

const KEYWORDS: Record<Topic, readonly string[]> = {
  login: ["password", "sign in", "log in", "2fa", "locked"],
  billing: ["invoice", "charge", "refund", "payment"],
  shipping: ["parcel", "delivery", "tracking", "courier"],
};

const TOPICS: readonly Topic[] = ["login", "billing", "shipping"];

/** The topic with most keywords. */
export function record_table(row: Row): { label: Topic | "unknown"; confidence: "high" | "medium" | "low" } {
  const text = `${row.subject ?? ""}\n${row.body ?? ""}`.toLowerCase();
  let best: Topic | "unknown" = "unknown";
  let bestCount = 0;
  let tie = false;
  for (const topic of TOPICS) {
    const count = KEYWORDS[topic].filter((keyword) => text.includes(keyword)).length;
    if (count > bestCount) {
      best = topic;
      bestCount = count;
      tie = false;
    } else if (count === bestCount && count > 0) {
      tie = true;
    }
  }
  if (best === "unknown" || tie) return { label: "unknown", confidence: "low" };
  return { label: best, confidence: bestCount >= 3 ? "high" : bestCount === 2 ? "medium" : "low" };
}
