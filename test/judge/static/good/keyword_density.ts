import type { Row } from "../row.ts";

const STOP: ReadonlySet<string> = new Set(["the", "a", "an", "and", "or", "of", "to", "in", "is", "it", "i"]);

function tokens(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9\s]/g, " ")
    .split(/\s+/)
    .filter((token) => token.length > 1 && !STOP.has(token));
}

/** Technical words per hundred words. */
export function keyword_density(row: Row): number {
  const all = tokens(`${row.subject ?? ""}\n${row.body ?? ""}`);
  const technical = all.filter((token) => /^(?:api|json|http|error|log|server|webhook)s?$/.test(token));
  return all.length === 0 ? 0 : Math.round((technical.length / all.length) * 1000) / 10;
}
