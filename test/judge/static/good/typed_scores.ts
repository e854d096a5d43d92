import type { Row } from "../row.ts";

interface Scores {
  readonly ask: number;
  readonly report: number;
  readonly thank: number;
}

function scoresOf(text: string): Scores {
  return {
    ask: (text.match(/\?/g) ?? []).length + (/\bhow (?:do|can)\b/.test(text) ? 2 : 0),
    report: (text.match(/\b(?:error|bug|broken|fails?)\b/g) ?? []).length,
    thank: /\bthank(?:s| you)\b/.test(text) ? 1 : 0,
  };
}

/** What the message mostly does. */
export function typed_scores(row: Row): "ask" | "report" | "thank" | "none" {
  const { ask, report, thank } = scoresOf((row.body ?? "").toLowerCase());
  const top = Math.max(ask, report, thank);
  if (top === 0) return "none";
  if (top === report) return "report";
  return top === ask ? "ask" : "thank";
}
