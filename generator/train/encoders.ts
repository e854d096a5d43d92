import { categoryKey } from "../runtime.ts";
import type { Encoder } from "../learning.ts";
import type { Column, Dataset, Row } from "../types.ts";
import { type Outputs, shownOutputs } from "./outputs.ts";

/** Rows that the prior counts for in a smoothed share. */
const STRENGTH = 5;

/** Fewest rows of a value that is listed; rarer ones together say what to think of a value never seen. */
const LEAST_ROWS = 2;

/** Fewest rows of a value that is listed where the column is not for showing: a rarer one might name a person. */
const LEAST_UNNAMED = 10;

/** Significant digits of a share in the emitted table. */
const DIGITS = 4;

type Category = Extract<Encoder, { kind: "category" }>;

/** The values of one category column, numbered once for all fits. */
interface Keys {
  /** Distinct keys, sorted by code unit. */
  readonly values: readonly string[];
  /** Which of them each row has. */
  readonly of: Int32Array;
  /** By value: whether no table may list it, because it is withheld or too few of all rows share it. */
  readonly closed: readonly boolean[];
}

/** Numbers the values of a category column. */
export function keysOf(rows: readonly Row[], { property, send }: Column, withheld: ReadonlySet<string>): Keys {
  const keys = rows.map((row) => categoryKey(textOf(row, property)));
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const values = [...counts.keys()].toSorted((a, b) => (a < b ? -1 : 1));
  const numbers = new Map(values.map((value, i) => [value, i]));
  const least = send === "values" || send === "raw" ? LEAST_ROWS : LEAST_UNNAMED;
  const closed = values.map((value) => value !== "" && (counts.get(value)! < least || withheld.has(`${property}=${value}`)));
  return { values, of: Int32Array.from(keys, (key) => numbers.get(key)!), closed };
}

/** A text cell of a row, or null. */
export function textOf(row: Row, property: string): string | null {
  const cell = row[property];
  return typeof cell === "string" ? cell : null;
}

/** The encoder of one column, fitted on the rows for which `chosen` is true. */
export function fitEncoder(column: Column, { rows, withheld }: Pick<Dataset, "rows" | "withheld">, outputs: Outputs): Encoder {
  const { kind, property } = column;
  switch (kind) {
    case "number":
    case "date":
    case "text":
      return { kind, property };
    case "category":
      return fitCategory(property, keysOf(rows, column, withheld), outputs, () => true);
    case "id":
      throw new Error(`${property} is an id, which rows never hold`);
  }
}

/** The encoder of a category column, fitted on the rows that are chosen. */
export function fitCategory(property: string, keys: Keys, outputs: Outputs, chosen: (row: number) => boolean): Category {
  const shown = shownOutputs(outputs);
  const width = shown.length;
  const place = new Map(shown.map((output, k) => [output, k]));
  const rows = new Float64Array(keys.values.length);
  const sums = new Float64Array(keys.values.length * width);
  for (let i = 0; i < keys.of.length; i++) {
    if (!chosen(i)) continue;
    const key = keys.of[i]!;
    rows[key]! += 1;
    const k = outputs.kind === "number" ? 0 : place.get(outputs.target[i]!);
    if (k !== undefined) sums[key * width + k]! += outputs.kind === "number" ? outputs.target[i]! : 1;
  }
  const total = rows.reduce((sum, n) => sum + n, 0);
  const prior = shown.map((_, k) => sum(keys.values, (key) => sums[key * width + k]!) / total);
  const unlisted = (key: number): boolean => rows[key]! < LEAST_ROWS || keys.closed[key]!;
  const rare = [...rows.keys()].filter(unlisted);
  const smooth = (n: number, k: number, sum: number): number => Number(((sum + STRENGTH * prior[k]!) / (n + STRENGTH)).toPrecision(DIGITS));
  return {
    kind: "category",
    property,
    outputs: shown.map((output) => outputs.names[output]!),
    table: keys.values.flatMap((value, key) =>
      unlisted(key) ? [] : [{ value, rows: rows[key]!, shares: shown.map((_, k) => smooth(rows[key]!, k, sums[key * width + k]!)) }],
    ),
    other: shown.map((_, k) =>
      smooth(
        rare.reduce((n, key) => n + rows[key]!, 0),
        k,
        rare.reduce((n, key) => n + sums[key * width + k]!, 0),
      ),
    ),
  };
}

function sum(values: readonly string[], of: (key: number) => number): number {
  return values.reduce((total, _, key) => total + of(key), 0);
}
