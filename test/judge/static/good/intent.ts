import type { Row } from "../row.ts";

interface Rule {
  readonly label: "billing" | "access" | "bug";
  readonly patterns: readonly RegExp[];
}

const RULES: readonly Rule[] = [
  { label: "billing", patterns: [/\binvoice/, /\brefund/, /\bcharged?\b/] },
  { label: "access", patterns: [/\bpassword\b/, /\blog ?in\b/, /\blocked out\b/] },
  { label: "bug", patterns: [/\bcrash/, /\bbroken\b/, /\berror\b/] },
];

interface Answer {
  readonly label: "billing" | "access" | "bug" | "unknown";
  readonly confidence: "high" | "medium" | "low";
}

function fold(text: string | null): string {
  return (text ?? "")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
}

/** What the customer wants, by the family with most signs. */
export function intent(row: Row): Answer {
  const text = fold(row.subject) + " " + fold(row.body);
  let best: Answer = { label: "unknown", confidence: "low" };
  let bestCount = 0;
  for (const rule of RULES) {
    const count = rule.patterns.filter((pattern) => pattern.test(text)).length;
    if (count > bestCount) {
      bestCount = count;
      best = { label: rule.label, confidence: count > 1 ? "high" : "medium" };
    }
  }
  return best;
}
