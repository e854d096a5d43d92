import type { Row } from "../row.ts";

/** Lines that look like a stack trace. */
export function early_continue(row: Row): number {
  let n = 0;
  for (const raw of (row.body ?? "").split("\n")) {
    const line = raw.trim();
    if (!line) continue;
    if (line.length > 300) continue;
    if (!/^at\s/.test(line)) continue;
    n++;
  }
  return n;
}
