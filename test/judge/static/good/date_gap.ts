import type { Row } from "../row.ts";

interface Day {
  readonly y: number;
  readonly m: number;
  readonly d: number;
}

function parse(text: string): Day | null {
  const m = /(\d{4})-(\d{2})-(\d{2})/.exec(text);
  return m ? { y: Number(m[1]), m: Number(m[2]), d: Number(m[3]) } : null;
}

function serial({ y, m, d }: Day): number {
  return y * 372 + (m - 1) * 31 + d;
}

/** Rough days between creation and the first date in the body. */
export function date_gap(row: Row): number | null {
  const created = parse(row.created_at ?? "");
  const named = parse(row.body ?? "");
  if (!created || !named) return null;
  return serial(created) - serial(named);
}
