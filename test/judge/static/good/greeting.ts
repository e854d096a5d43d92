import type { Row } from "../row.ts";

const GREETINGS: readonly RegExp[] = [/^\s{0,5}(?:hi|hello|hey)\b/i, /^\s{0,5}dear\b/i, /^\s{0,5}good (?:morning|afternoon|evening)\b/i];

/** How the text greets. */
export function greeting(row: Row): "casual" | "formal" | "timed" | "none" {
  const body = row.body ?? "";
  const index = GREETINGS.findIndex((re) => re.test(body));
  if (index === 0) return "casual";
  if (index === 1) return "formal";
  return index === 2 ? "timed" : "none";
}
