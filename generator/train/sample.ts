import type { Random } from "../random.ts";
import type { Table } from "./table.ts";

/** Classes that a forest can tell apart; a class and a weight share one integer. */
const mostClasses = 1024;
const classBits = 10;
/** Far above what 2³¹ draws would give a row. */
const mostWeight = 1048576;

/** A row of weight w counts as w and, where it is of the second of two classes, as w × 2²⁶ more: one sum holds both weights, exactly. */
export const second = 67108864;

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
  /** Where classes are drawn with weights: the rows of each, and the weights summed up to and including it. Null draws all rows alike. */
  readonly classes: { readonly rows: readonly Int32Array[]; readonly sums: Float64Array } | null;
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

/**
 * Draws as many rows as there are, with replacement (Breiman, "Bagging predictors", 1996). With class weights a class is drawn first, as
 * likely as its rows weigh, then one of its rows: the weighted forest of C. Chen, A. Liaw and L. Breiman, "Using random forest to learn
 * imbalanced data", 2004, by the draws instead of by the counts. Returns how many different rows there are.
 */
export function draw({ rows, target, outputs, scores, classes }: Lesson, into: Sample, { word }: Random): number {
  const { weights } = into;
  weights.fill(0);
  const most = rows.length;
  for (let i = 0; i < most; i++) {
    const from = classes === null ? rows : drawClass(classes, word);
    const row = from[Math.floor((word() / 4294967296) * from.length)]!;
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

function drawClass({ rows, sums }: NonNullable<Lesson["classes"]>, word: Random["word"]): Int32Array {
  const wanted = (word() / 4294967296) * sums.at(-1)!;
  let k = 0;
  while (sums[k]! <= wanted) k++;
  return rows[k]!;
}

function classesOf(rows: Int32Array, target: Float64Array, weights: readonly number[]): Lesson["classes"] {
  const members = weights.map((_, k) => rows.filter((row) => target[row] === k));
  let sum = 0;
  return { rows: members, sums: Float64Array.from(weights, (weight, k) => (sum += weight * members[k]!.length)) };
}

/** Everything that trees learn from, for the given rows of a table. */
export function lessonOf(
  table: Table,
  target: Float64Array,
  outputs: number,
  rows: Int32Array,
  classWeights: readonly number[] | null,
): Lesson {
  if (outputs > mostClasses) throw new Error(`${outputs} classes; a forest tells at most ${mostClasses} apart`);
  const classes = classWeights === null || outputs === 1 ? null : classesOf(rows, target, classWeights);
  if (outputs > 1)
    return { table, rows, target, outputs, classes, scores: outputs === 2 ? target.map((label) => 1 + label * second) : null, grain: 0 };
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
  return { table, rows, target, outputs, classes, scores, grain: (most - least) * 1e-7 };
}
