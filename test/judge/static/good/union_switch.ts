import type { Row } from "../row.ts";

type Kind = "question" | "complaint" | "praise";

function kindOf(text: string): Kind | null {
  if (text.includes("?")) return "question";
  if (/\b(?:bad|terrible|awful)\b/.test(text)) return "complaint";
  return /\b(?:great|love)\b/.test(text) ? "praise" : null;
}

/** A number a kind. */
export function union_switch(row: Row): number {
  const kind = kindOf((row.body ?? "").toLowerCase());
  switch (kind) {
    case "question":
      return 1;
    case "complaint": {
      const weight = 2;
      return weight;
    }
    case "praise":
      return 3;
    case null:
      return 0;
  }
}
