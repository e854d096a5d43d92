import { KilnError } from "../errors.ts";
import type { Task } from "../types.ts";
import { quoted } from "./quoted.ts";

/** What is predicted, as the config says it. */
export interface TargetSource {
  readonly kind: "class" | "number";
  readonly column: string;
  readonly sentence: string;
  /** Old class name → the class that it counts as. */
  readonly merge: ReadonlyMap<string, string>;
}

/** A forest of more classes is neither small nor right. */
const mostClasses = 500;

/**
 * Turns the target's cells into class indices or numbers.
 *
 * @throws {KilnError} "data" when there is nothing to learn: a constant, or a class that one row cannot both teach and test.
 */
export function labelRows(
  cells: readonly string[],
  lines: Int32Array,
  source: TargetSource,
  file: string,
): { readonly task: Task; readonly target: Float64Array } {
  const { column, sentence } = source;
  if (source.kind === "number") {
    const target = Float64Array.from(cells, Number);
    if (target.every((value) => value === target[0])) throw constant(column, String(target[0]), cells.length, file);
    return { task: { kind: "number", column, sentence }, target };
  }
  const labels = cells.map((cell) => source.merge.get(cell) ?? cell);
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const [first, ...rest] = [...counts.keys()].toSorted((a, b) => (a < b ? -1 : 1));
  if (first === undefined || rest.length === 0) throw constant(column, quoted(first ?? ""), cells.length, file);
  if (counts.size > mostClasses)
    throw new KilnError(
      "data",
      `target column ${quoted(column)} of ${file} has ${counts.size} classes; expected at most ${mostClasses}: merge some with target.merge`,
    );
  const lonely = labels.findIndex((label) => counts.get(label) === 1);
  if (lonely !== -1) {
    throw new KilnError(
      "data",
      `class ${quoted(labels[lonely] ?? "")} has 1 row (${file}:${lines[lonely]}); at least 2 are needed, one to learn from and one to test on; ` +
        `add rows, or merge it into another class with target.merge`,
    );
  }
  const places = new Map([first, ...rest].map((label, place) => [label, place]));
  return {
    task: { kind: "class", column, classes: [first, ...rest], sentence },
    target: Float64Array.from(labels, (label) => places.get(label) ?? 0),
  };
}

function constant(column: string, value: string, rows: number, file: string): KilnError {
  return new KilnError(
    "data",
    `target column ${quoted(column)} is ${value} in all ${rows} rows of ${file}; expected at least two different values`,
  );
}
