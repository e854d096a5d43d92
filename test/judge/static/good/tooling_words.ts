import type { Row } from "../row.ts";

const TOOLS = [/\beslint-plugin\b/i, /\bwebpackChunk\b/, /\bsourceMappingURL\b/, /@license\b/];

/** Tools that the text names. */
export function tooling_words(row: Row): number {
  return TOOLS.filter((tool) => tool.test(row.body ?? "")).length;
}
