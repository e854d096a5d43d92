import type { Row } from "../row.ts";

const POSITIVE = new Set(["thanks", "thank", "great", "love", "perfect", "awesome", "appreciate"]);
const NEGATIVE = new Set(["angry", "terrible", "worst", "broken", "useless", "awful", "disappointed"]);
const NEGATORS = new Set(["not", "no", "never", "cannot", "without"]);

/** Sum of word polarity with a negation window of two tokens. */
export function sentiment_score(row: Row): number {
  const tokens = (row.body ?? "").toLowerCase().match(/[a-z']+/g) ?? [];
  let score = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? "";
    const prev1 = i > 0 ? (tokens[i - 1] ?? "") : "";
    const prev2 = i > 1 ? (tokens[i - 2] ?? "") : "";
    const negated = NEGATORS.has(prev1) || NEGATORS.has(prev2);
    if (POSITIVE.has(token)) score += negated ? -1 : 1;
    else if (NEGATIVE.has(token)) score += negated ? 1 : -1;
  }
  return score;
}
