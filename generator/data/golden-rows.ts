import type { Cell, Column, Dataset, Row } from "../types.ts";
import { gateOf, type Gate } from "./gate.ts";
import { pickRows } from "./show.ts";
import { rough } from "./wording.ts";

/** Rows that a committed test may hold: real, spread over the classes, cells as a prompt may show them, numbers and dates where they stay such. */
export function goldenRows(dataset: Dataset, count: number, seed: number): Row[] {
  const gate = gateOf(dataset);
  return pickRows(dataset, count, seed).map((i) =>
    Object.fromEntries(
      dataset.columns.map((column) => [column.property, goldenCell(dataset.rows[i]![column.property] ?? null, i, column, gate)]),
    ),
  );
}

/** A number must stay a number, rounded where only its shape may be seen, and a date a date: where it cannot be told, it is missing. */
function goldenCell(cell: Cell, i: number, column: Column, gate: Gate): Cell {
  const text = gate.shown(i, column);
  if (column.kind === "date") return column.send === "shape" ? null : text;
  if (typeof cell !== "number") return text;
  if (column.send === "shape") return Number(rough(cell));
  return text === String(cell) ? cell : null;
}
