import { categoryKey } from "./runtime.ts";
import type { Dataset } from "./types.ts";

/** A slice with fewer rows says nothing. */
const fewest = 20;
const mostValues = 12;

/** A part of the rows that a reader knows: its name and the places of its rows. */
interface Slice {
  readonly slice: string;
  readonly rows: readonly number[];
}

/** One slice a class, and those of the columns. */
export function slicesOf(dataset: Dataset): Slice[] {
  const { task, target } = dataset;
  const names = Array.from(target, (k) =>
    Number.isNaN(k) || task.kind === "number" ? null : `${task.column} is ${task.classes[k] ?? ""}`,
  );
  return [...parts(names), ...columnSlices(dataset)];
}

/** One slice a common value of each category, and the rows in which a column is missing. */
export function columnSlices({ columns, rows }: Pick<Dataset, "columns" | "rows">): Slice[] {
  const slices = columns.flatMap(({ property, kind }) => {
    const cells = rows.map((row) => row[property] ?? null);
    const missing = cells.map((cell) => (cell === null ? `${property} is missing` : null));
    const values = kind === "category" ? cells.map((cell) => (cell === null ? null : `${property} is ${categoryKey(String(cell))}`)) : [];
    return [...parts(values), ...parts(missing)];
  });
  return slices.filter((slice) => slice.rows.length < rows.length);
}

function parts(names: readonly (string | null)[]): Slice[] {
  const members = new Map<string, number[]>();
  names.forEach((name, i) => {
    if (name === null) return;
    const rows = members.get(name);
    if (rows === undefined) members.set(name, [i]);
    else rows.push(i);
  });
  return [...members]
    .map(([slice, rows]) => ({ slice, rows }))
    .filter(({ rows }) => rows.length >= fewest)
    .toSorted((a, b) => b.rows.length - a.rows.length || (a.slice < b.slice ? -1 : 1))
    .slice(0, mostValues);
}
