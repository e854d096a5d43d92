import type { Row } from "../row.ts";

/** Whether subject and body start alike. */
export function destructured({ subject, body }: Row): boolean | null {
  if (subject === null || body === null) return null;
  const [first = ""] = subject.toLowerCase().split(" ");
  return first !== "" && body.toLowerCase().startsWith(first);
}
