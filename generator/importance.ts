import type { ForestText, Matrix } from "./learning.ts";
import { answersOf } from "./outcomes.ts";
import { random, shuffled } from "./random.ts";
import { runPipeline } from "./run-pipeline.ts";
import type { Side } from "./sides.ts";
import type { Dataset, Sandbox } from "./types.ts";
import { rowLosses } from "./weigh/metrics.ts";

const mostRows = 2000;
const rounds = 5;

/** How much worse the forest answers rows that it has not learned from when one step's columns are shuffled among them. */
export interface Importance {
  readonly source: string;
  /** Mean rise of the loss, nats or squared units a row. */
  readonly value: number;
  /** 95 %, by the spread over rows. */
  readonly low: number;
  readonly high: number;
}

/** Permutation importance (Breiman 2001) of every step over held-out rows, the largest first. */
export async function permutationImportance(
  files: ReadonlyMap<string, string>,
  forest: ForestText,
  held: Dataset,
  side: Side,
  seed: number,
  sandbox: Sandbox,
): Promise<Importance[]> {
  const rows = held.rows.slice(0, mostRows);
  const { values } = await runPipeline(files, rows, "features", sandbox);
  if (values.includes(null)) return [];
  const columns = forest.columns.map((name) =>
    Float64Array.from(values, (row) => (row as Readonly<Record<string, number | null>>)[name] ?? Number.NaN),
  );
  const matrix: Matrix = { names: forest.columns, columns, n: rows.length };
  const target = held.target.slice(0, rows.length);
  const base = rowLosses(answersOf(forest, matrix), target, forest.outputs);
  const sources = (side.traces.find((trace) => trace !== null) ?? []).map(({ step, value }) => ({
    source: step,
    own: ownColumns(step, value, forest.columns),
  }));
  return sources
    .filter(({ own }) => own.length > 0)
    .map(({ source, own }, k) => ({ source, ...riseOf(matrix, own, base, target, forest, seed + k) }))
    .toSorted((a, b) => b.value - a.value || (a.source < b.source ? -1 : 1));
}

/** Places of a step's columns: an encoder's value names them, the others begin with the step's name. */
function ownColumns(step: string, value: unknown, columns: readonly string[]): number[] {
  const named = new Set(typeof value === "object" && value !== null ? Object.keys(value) : []);
  return columns.flatMap((name, j) => (named.has(name) || name === step || name.startsWith(`${step}=`) ? [j] : []));
}

function riseOf(
  matrix: Matrix,
  own: readonly number[],
  base: Float64Array,
  target: Float64Array,
  forest: ForestText,
  seed: number,
): Omit<Importance, "source"> {
  const { n } = matrix;
  const rises = new Float64Array(n);
  for (let round = 0; round < rounds; round++) {
    const order = shuffled([...base.keys()], random(seed, 31 + round));
    const columns = matrix.columns.map((column, j) => (own.includes(j) ? column.map((_, i) => column[order[i]!]!) : column));
    const losses = rowLosses(answersOf(forest, { ...matrix, columns }), target, forest.outputs);
    rises.forEach((_, i) => (rises[i]! += (losses[i]! - base[i]!) / rounds));
  }
  const mean = rises.reduce((sum, rise) => sum + rise, 0) / n;
  const square = rises.reduce((sum, rise) => sum + (rise - mean) * (rise - mean), 0) / Math.max(1, n - 1);
  const half = 1.959963984540054 * Math.sqrt(square / n);
  return { value: mean, low: mean - half, high: mean + half };
}
