import type { Row } from "../row.ts";

const RULES = [
  { pattern: /\bcrash(?:es|ed|ing)?\b/i, weight: 3 },
  { pattern: /\bfreez(?:e|es|ing)\b/i, weight: 2 },
  { pattern: /\bslow\b/i, weight: 1 },
] as const;

/** The heaviest technical sign in the text. */
export function max_rule_score(row: Row): number {
  const text = row.body ?? "";
  const scores = RULES.map((rule) => (rule.pattern.test(text) ? rule.weight : 0));
  return Math.max(...scores);
}
