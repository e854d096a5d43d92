import { categoryKey } from "../runtime.ts";
import type { Column, Dataset } from "../types.ts";

/** A slice with fewer rows says nothing. */
const fewest = 20;
const mostValues = 12;

/** A part of the rows that a reader knows: its name and the places of its rows, ascending. */
export interface Slice {
  readonly slice: string;
  readonly rows: readonly number[];
}

/** One slice a class, those of the columns, and where lengths and times differ the outer thirds of each text and the thirds of each date. */
export function slicesOf(dataset: Dataset, valuesShown = mostValues): Slice[] {
  const { task, target } = dataset;
  const names = Array.from(target, (k) =>
    Number.isNaN(k) || task.kind === "number" ? null : `${task.column} is ${task.classes[k] ?? ""}`,
  );
  const thirds = dataset.columns.flatMap((column) => thirdsOf(column, dataset));
  return [...parts(names, mostValues), ...columnSlices(dataset, valuesShown), ...thirds];
}

/** One slice a common value of each category that may be named, and the rows in which a column is missing. */
export function columnSlices(
  { columns, rows, withheld }: Pick<Dataset, "columns" | "rows" | "withheld">,
  valuesShown = mostValues,
): Slice[] {
  const slices = columns.flatMap(({ property, kind }) => {
    const cells = rows.map((row) => row[property] ?? null);
    const missing = cells.map((cell) => (cell === null ? `${property} is missing` : null));
    const keys = kind === "category" ? cells.map((cell) => (cell === null ? null : categoryKey(String(cell)))) : [];
    const values = keys.map((key) => (key === null || withheld.has(`${property}=${key}`) ? null : `${property} is ${key}`));
    return [...parts(values, valuesShown), ...parts(missing, 1)];
  });
  return slices.filter((slice) => slice.rows.length < rows.length);
}

/** Named without figures, because the cuts of other rows differ: the outer thirds of a text by its length, all three of a date. */
function thirdsOf({ property, kind }: Column, { rows }: Dataset): Slice[] {
  const measured = (measure: (cell: string) => number): (number | null)[] =>
    rows.map((row) => (typeof row[property] === "string" ? measure(row[property]) : null));
  if (kind === "text")
    return thirds(
      measured((cell) => cell.length),
      [`shortest third of ${property}`, null, `longest third of ${property}`],
    );
  if (kind !== "date") return [];
  return thirds(
    measured((cell) => Number(cell.slice(0, 10).replaceAll("-", ""))),
    ["first", "middle", "last"].map((which) => `${which} third by ${property}`),
  );
}

/** Equal sizes stay together, so a third may be larger than the others, or empty. */
function thirds(sizes: readonly (number | null)[], names: readonly (string | null)[]): Slice[] {
  const sorted = Float64Array.from(sizes.filter((size) => size !== null)).toSorted();
  const cuts = [1, 2].map((third) => sorted[Math.floor((third * sorted.length) / 3)] ?? 0);
  const named = sizes.map((size) => (size === null ? null : (names[cuts.filter((cut) => size >= cut).length] ?? null)));
  const slices = parts(named, names.length).filter((slice) => slice.rows.length < sorted.length);
  return names.flatMap((name) => slices.filter(({ slice }) => slice === name));
}

function parts(names: readonly (string | null)[], most: number): Slice[] {
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
    .slice(0, most);
}
