import type { ColumnKind, Dataset, Row, Task } from "../../../generator/types.ts";

/** A dataset of invented rows; columns as `property: kind`. */
export function dataset(
  columns: Readonly<Record<string, ColumnKind>>,
  rows: readonly Row[],
  target: readonly number[],
  classes: readonly [string, ...string[]] | null,
): Dataset {
  const task: Task =
    classes === null
      ? { kind: "number", column: "y", sentence: "A number." }
      : { kind: "class", column: "y", classes, sentence: "A class." };
  return {
    task,
    columns: Object.entries(columns).map(([property, kind]) => ({ name: property, property, kind, meaning: "", send: "values" })),
    rows,
    target: Float64Array.from(target),
    lines: Int32Array.from(rows.keys()),
    groups: Int32Array.from(rows.keys()),
    order: new Int32Array(rows.length),
    maskKey: "00",
    withheld: new Set(),
  };
}

/** Fold of each of n rows, dealt in turn. */
export function dealt(n: number, folds: number): Int32Array {
  return Int32Array.from({ length: n }, (_, i) => i % folds);
}
