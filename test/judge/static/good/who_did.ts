import type { Row } from "../row.ts";

type Actor = "me" | "them" | "unknown";

const ME = [/\bi (?:have |had )?(?:accidentally |mistakenly )?(?:cancel|delet|order|click)/, /\bmy (?:fault|mistake)\b/];
const THEM = [/\byou (?:have |had )?(?:charg|cancel|sent|delet)/, /\b(?:someone|somebody|they) (?:has |have )?(?:log|us|chang|access)/];

/** Who acted: the writer, or others. */
export function who_did(row: Row): { label: Actor; confidence: "high" | "medium" | "low" } {
  const text = `${row.subject ?? ""} ${row.body ?? ""}`.toLowerCase();
  const me = ME.some((p) => p.test(text));
  const them = THEM.some((p) => p.test(text));
  if (me && !them) {
    return { label: "me", confidence: "high" };
  } else if (them && !me) {
    return { label: "them", confidence: "high" };
  } else if (me && them) {
    return { label: "them", confidence: "low" };
  }
  return { label: "unknown", confidence: "low" };
}
