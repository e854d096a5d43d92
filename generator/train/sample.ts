import type { Random } from "../random.ts";
import { second } from "./search-pairs.ts";
import type { Table } from "./table.ts";

/** Classes that a forest can tell apart; a class and a weight share one integer. */
const mostClasses = 1024;
const classBits = 10;
/** Far above what 2³¹ draws would give a row. */
const mostWeight = 1048576;

/** What all trees of a forest learn from. */
export interface Lesson {
  readonly table: Table;
  /** Rows to draw from. */
  readonly rows: Int32Array;
  /** Class of each row of the table, or its number. */
  readonly target: Float64Array;
  /** Classes, or 1 for a number. */
  readonly outputs: number;
  /**
   * What splits are judged by, whole numbers, so that sums are exact in any order: for a number its distance from the mean, in steps so fine
   * that all distances together stay below 2⁵³; for two classes see `second`; for more null, for there each class is counted.
   */
  readonly scores: Float64Array | null;
  /** How far a leaf's number may be off so that it prints shorter: 10⁻⁷ of the spread of the target. */
  readonly grain: number;
}

/** The rows of one tree and the scratch memory that growing it takes. Rows of a node stand side by side. */
export interface Sample {
  /** Of each row of the table: how often it was drawn; 0 is out of the bag. */
  readonly weights: Int32Array;
  readonly rows: Int32Array;
  /** Beside `rows`: weight and class, packed. */
  readonly loads: Int32Array;
  /** Beside `rows`: weight × score. */
  readonly masses: Float64Array;
  readonly spareRows: Int32Array;
  readonly spareLoads: Int32Array;
  readonly spareMasses: Float64Array;
}

export function weightOf(load: number): number {
  return load >>> classBits;
}

export function classOf(load: number): number {
  return load & (mostClasses - 1);
}

/** Memory for samples of a lesson; one after another may use it. */
export function newSample({ rows, table }: Lesson): Sample {
  const most = rows.length;
  return {
    weights: new Int32Array(table.n),
    rows: new Int32Array(most),
    loads: new Int32Array(most),
    masses: new Float64Array(most),
    spareRows: new Int32Array(most),
    spareLoads: new Int32Array(most),
    spareMasses: new Float64Array(most),
  };
}

/** Draws as many rows as there are, with replacement (Breiman, "Bagging predictors", 1996). Returns how many different ones there are. */
export function draw({ rows, target, outputs, scores }: Lesson, into: Sample, { word }: Random): number {
  const { weights } = into;
  weights.fill(0);
  const most = rows.length;
  for (let i = 0; i < most; i++) {
    const row = rows[Math.floor((word() / 4294967296) * most)]!;
    weights[row] = Math.min(weights[row]! + 1, mostWeight);
  }
  let size = 0;
  for (let i = 0; i < most; i++) {
    const row = rows[i]!;
    const weight = weights[row]!;
    if (weight === 0) continue;
    into.rows[size] = row;
    into.loads[size] = (weight << classBits) | (outputs > 1 ? target[row]! : 0);
    into.masses[size] = scores === null ? 0 : weight * scores[row]!;
    size++;
  }
  return size;
}

/** Everything that trees learn from, for the given rows of a table. */
export function lessonOf(table: Table, target: Float64Array, outputs: number, rows: Int32Array): Lesson {
  if (outputs > mostClasses) throw new Error(`${outputs} classes; a forest tells at most ${mostClasses} apart`);
  if (outputs > 1)
    return { table, rows, target, outputs, scores: outputs === 2 ? target.map((label) => 1 + label * second) : null, grain: 0 };
  let mean = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const value = target[row]!;
    mean += value / rows.length;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const widest = Math.max(most - mean, mean - least);
  const steps = 2251799813685248 / (rows.length + 1);
  const scores = target.map((value) => (widest === 0 ? 0 : Math.round(((value - mean) / widest) * steps)));
  return { table, rows, target, outputs, scores, grain: (most - least) * 1e-7 };
}
