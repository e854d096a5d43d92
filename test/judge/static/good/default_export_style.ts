import type { Row } from "../row.ts";

function helper(text: string, { min = 3, max = 10 }: { min?: number; max?: number } = {}): number {
  return text.split(" ").filter((w) => w.length >= min && w.length <= max).length;
}

/** Words of middle size. */
export function default_export_style(row: Row): number {
  return helper(row.body ?? "", { min: 4 }) - helper(row.subject ?? "");
}
