import type { Issue } from "../types.ts";

/** The same issues, each message led by where it was found. */
export function prefixed(issues: readonly Issue[], lead: string): Issue[] {
  return issues.map(({ rule, line, message }) => ({ rule, line, message: `${lead} ${message}` }));
}
