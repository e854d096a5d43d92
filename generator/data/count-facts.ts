import type { Cell } from "../types.ts";
import type { Outcome } from "./outcome.ts";
import { percent } from "./wording.ts";

/** How many cells are missing, where, and how many differ. */
export function countFacts(cells: readonly Cell[], { names, of, rows }: Outcome): string[] {
  const present = cells.filter((cell) => cell !== null);
  const missing = cells.length - present.length;
  const different = `${new Set(present).size} different cells`;
  if (missing === 0) return [`never missing; ${different}`];
  const byOutcome = names.map(
    (name, k) => `${name} ${percent(cells.filter((cell, i) => cell === null && of[i] === k).length, rows[k] ?? 0)}`,
  );
  return [
    `missing in ${missing} of ${cells.length} rows (${percent(missing, cells.length)}); ${different}`,
    `missing by target: ${byOutcome.join("; ")}`,
  ];
}
