import type { Dataset } from "../types.ts";

/** For each row a stratum in [0, count): its class, or the tenth of the number's range (by rank) in which its target lies. */
export function strata({ task, target }: Dataset): { readonly of: Int32Array; readonly count: number } {
  if (task.kind === "class") return { of: Int32Array.from(target), count: task.classes.length };
  const sorted = target.toSorted();
  const cuts = Array.from({ length: 9 }, (_, k) => sorted[Math.floor(((k + 1) * sorted.length) / 10)]!);
  const of = Int32Array.from(target, (value) => cuts.filter((cut) => value >= cut).length);
  return { of, count: 10 };
}
