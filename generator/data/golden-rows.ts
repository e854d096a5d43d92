import type { Cell, Column, Dataset, Row } from "../types.ts";
import { shown } from "./mask.ts";
import { pickRows } from "./show.ts";

/** Rows that a committed test may hold: real, spread over the classes, texts masked as for a prompt, numbers as they are. */
export function goldenRows(dataset: Dataset, count: number, seed: number): Row[] {
  return pickRows(dataset, count, seed).map((i) =>
    Object.fromEntries(dataset.columns.map((column) => [column.property, goldenCell(dataset.rows[i]![column.property] ?? null, column)])),
  );
}

/** A date must stay a date: where only its shape may be seen, it is missing. */
function goldenCell(cell: Cell, column: Column): Cell {
  if (column.kind === "number") return column.send === "never" ? null : cell;
  if (column.kind === "date" && column.send === "shape") return null;
  return shown(cell, column);
}
