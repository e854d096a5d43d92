import type { Row } from "../row.ts";

const ORDER = ["free", "trial", "basic", "pro", "team", "enterprise"] as const;

/** Rank of the plan, free first; -1 where it is not known. */
export function plan_rank(row: Row): number {
  const plan = (row.plan ?? "").toLowerCase();
  return ORDER.findIndex((name) => plan.includes(name));
}
