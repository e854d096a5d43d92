import type { Row } from "../row.ts";

function tokens(text: string | null): Set<string> {
  return new Set((text ?? "").toLowerCase().split(/\W+/).filter(Boolean));
}

/** Overlap of subject and body as the Jaccard index of their words. */
export function jaccard(row: Row): number {
  const a = tokens(row.subject);
  const b = tokens(row.body);
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const token of a) {
    if (b.has(token)) common++;
  }
  return common / (a.size + b.size - common);
}
