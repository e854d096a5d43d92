import { KilnError } from "../errors.ts";
import type { Column, Row, Task } from "../types.ts";
import { quoted } from "./quoted.ts";

/** Fewer rows say nothing: a column may agree with the target by chance. */
const fewestRows = 20;

/**
 * A column that is the target under another name would be all that a pipeline learns, and useless at prediction time.
 *
 * @throws {KilnError} "data" when the cells of a column and the classes (or numbers) stand for one another, one for one, in every row.
 */
export function refuseTargetCopies(
  columns: readonly Column[],
  rows: readonly Row[],
  target: Float64Array,
  task: Task,
  label: string,
): void {
  if (rows.length < fewestRows) return;
  const copy = columns.find(({ property }) => isCopy(rows, property, target));
  if (copy === undefined) return;
  throw new KilnError(
    "data",
    `column ${quoted(copy.name)} says ${quoted(task.column)} in all ${rows.length} rows of ${label}; expected no copy of the target among the inputs: name it in \`leaks\``,
  );
}

function isCopy(rows: readonly Row[], property: string, target: Float64Array): boolean {
  const values = new Map<unknown, number>();
  const cells = new Map<number, unknown>();
  for (const [i, row] of rows.entries()) {
    const cell = row[property] ?? null;
    const value = target[i]!;
    if ((values.get(cell) ?? value) !== value || (cells.has(value) && cells.get(value) !== cell)) return false;
    values.set(cell, value);
    cells.set(value, cell);
  }
  return true;
}
