import { random, shuffled } from "../random.ts";
import type { ShownRow } from "../asking.ts";
import type { Dataset } from "../types.ts";
import { gateOf } from "./gate.ts";
import { strata } from "./strata.ts";

/** Rows as a prompt may show them; `predicted` runs in parallel to `indices`. */
export function show(dataset: Dataset, indices: readonly number[], predicted: readonly (string | null)[]): ShownRow[] {
  const columns = dataset.columns.filter((column) => column.send !== "never");
  const gate = gateOf(dataset);
  return indices.map((i, k) => ({
    cells: columns.map((column) => ({ property: column.property, text: gate.shown(i, column) })),
    target: targetText(dataset, i),
    predicted: predicted[k] ?? null,
  }));
}

/** Rows for a prompt, in turn from every class (or tenth of the number), at most one of a group of copies. */
export function exampleRows(train: Dataset, count: number, seed: number): ShownRow[] {
  const picked = pickRows(train, count, seed);
  return show(
    train,
    picked,
    picked.map(() => null),
  );
}

/** Indices of at most `count` rows, in turn from every stratum in random order, at most one of a group. */
export function pickRows(dataset: Dataset, count: number, seed: number): number[] {
  const { of, count: strataCount } = strata(dataset);
  const queues: number[][] = Array.from({ length: strataCount }, () => []);
  const seen = new Set<number>();
  for (const i of shuffled([...dataset.rows.keys()], random(seed, 2))) {
    if (seen.has(dataset.groups[i]!)) continue;
    seen.add(dataset.groups[i]!);
    queues[of[i]!]!.push(i);
  }
  const deepest = Math.max(...queues.map((queue) => queue.length));
  const turns = Array.from({ length: deepest }, (_, turn) => queues.flatMap((queue) => queue[turn] ?? []));
  return turns.flat().slice(0, count);
}

function targetText({ task, target }: Dataset, i: number): string {
  const value = target[i]!;
  return task.kind === "class" ? (task.classes[value] ?? "") : String(value);
}
