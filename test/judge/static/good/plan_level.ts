import type { Row } from "../row.ts";

const LEVELS: Readonly<Record<"free" | "pro" | "team" | "business", number>> = { free: 0, pro: 1, team: 2, business: 3 };

function tier(plan: string): "free" | "pro" | "team" | "business" | null {
  const p = plan.toLowerCase();
  if (p.includes("free")) return "free";
  if (p.includes("pro")) return "pro";
  if (p.includes("team")) return "team";
  if (p.includes("business") || p.includes("enterprise")) return "business";
  return null;
}

/** The plan as a level from 0 to 3. */
export function plan_level(row: Row): number | null {
  if (row.plan === null) return null;
  const found = tier(row.plan);
  return found === null ? null : LEVELS[found];
}
