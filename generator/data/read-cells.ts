import type { Cell, Column, Row } from "../types.ts";
import { parseDate, parseNumber } from "./cells.ts";
import { quoted } from "./quoted.ts";
import { shapeOf } from "./shape.ts";

/** An input and where in a record it stands. */
interface Input {
  readonly column: Column;
  readonly at: number;
}

/** A cell of more characters makes its row unreadable: nothing that people write into a table is that long. */
const longestCell = 1_000_000;

export const aNumber = "a plain number like -1.5";
export const aDate = "an ISO date like 2026-01-31 or 2026-01-31T08:30";

/**
 * Reads the text cells of records: `textOf` gives a cell, null where it is missing (empty, blank, or a spelling of missing); `rowOf` gives the
 * inputs by the kinds of their columns, or the reason why they cannot be read. The same for learning and scoring.
 */
export function cellReader(
  inputs: readonly Input[],
  names: readonly string[],
  nulls: readonly string[],
): {
  readonly textOf: (cells: readonly (string | null)[], at: number) => string | null;
  readonly rowOf: (cells: readonly (string | null)[]) => Row | string;
} {
  const missing = new Set(nulls);
  const textOf = (cells: readonly (string | null)[], at: number): string | null => {
    const text = cells[at] ?? "";
    const bare = text.trim();
    return bare === "" || missing.has(bare) ? null : text;
  };
  const rowOf = (cells: readonly (string | null)[]): Row | string => {
    const unfit = objection(cells, names);
    if (unfit !== null) return unfit;
    const entries: [string, Cell][] = [];
    for (const { column, at } of inputs) {
      const text = textOf(cells, at);
      const cell = text === null ? null : readCell(text, column);
      if (text !== null && cell === null)
        return misfit(column.name, column.send === "never" ? shapeOf(text) : text, expected(text, column));
      entries.push([column.property, cell]);
    }
    return Object.fromEntries(entries);
  };
  return { textOf, rowOf };
}

function objection(cells: readonly (string | null)[], names: readonly string[]): string | null {
  for (const [at, cell] of cells.entries()) {
    if (cell === null) continue;
    if (cell.length > longestCell) return `${quoted(names[at] ?? "")} has ${cell.length} characters; expected at most ${longestCell}`;
    if (cell.includes("\0")) return `${quoted(names[at] ?? "")} holds a NUL character`;
  }
  return null;
}

export function misfit(name: string, found: string, wanted: string): string {
  return `${quoted(name)} is ${quoted(found)}; expected ${wanted}`;
}

/** The cell as its kind reads it; null when it cannot. */
function readCell(text: string, { kind }: Column): Cell {
  if (kind === "number") return isRounded(text.trim()) ? null : parseNumber(text.trim());
  if (kind === "date") return parseDate(text.trim()) === null ? null : text.trim();
  return text;
}

function expected(text: string, { kind }: Column): string {
  if (kind === "date") return aDate;
  return isRounded(text.trim()) ? "a number that 64 bits hold exactly; where it is a code, declare a category, text or id" : aNumber;
}

/** Whether a whole number would change its value: past 2^53 only some can be held. */
function isRounded(text: string): boolean {
  return /^[+-]?\d{16,400}$/.test(text) && BigInt(text.replace(/^\+/, "")) !== BigInt(Number(text));
}
