import type { Row } from "../row.ts";

const SIGNS_A = [/\ba\b/, /\bb\b/];
const SIGNS_B = [/\bc\b/];
const ALL = [...SIGNS_A, ...SIGNS_B];

/** Signs of both lists. */
export function push_all(row: Row): number {
  return ALL.filter((re) => re.test(row.body ?? "")).length;
}
