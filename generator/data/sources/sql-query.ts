/** A query as a part of another: without the semicolon at its end, on lines of its own so that a comment ends with it. */
export function asSubquery(query: string): string {
  return `(\n${query.trim().replace(/;\s*$/, "")}\n)`;
}
