import type { Row } from "../row.ts";

type Team = "billing" | "tech" | "sales" | "unknown";

const WORDS: readonly { readonly team: Team; readonly pattern: RegExp }[] = [
  { team: "billing", pattern: /\b(?:invoice|refund|vat|charge)/g },
  { team: "tech", pattern: /\b(?:error|crash|bug|timeout)/g },
  { team: "sales", pattern: /\b(?:quote|pricing|upgrade|demo)/g },
];

/** The team whose words are most frequent. */
export function sorted_signs(row: Row): { label: Team; confidence: "high" | "medium" | "low" } {
  const text = (row.body ?? "").toLowerCase();
  const scores = WORDS.map(({ team, pattern }) => ({ team, hits: text.match(pattern)?.length ?? 0 }));
  const ranked = scores.toSorted((a, b) => b.hits - a.hits);
  const first = ranked[0];
  const second = ranked[1];
  if (first === undefined || first.hits === 0) return { label: "unknown", confidence: "low" };
  const margin = first.hits - (second?.hits ?? 0);
  return { label: first.team, confidence: margin >= 2 ? "high" : margin === 1 ? "medium" : "low" };
}
