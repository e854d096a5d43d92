import { exactExp, exactLog } from "../exact.ts";
import type { ForestSettings, ForestText, Matrix, Trainer } from "../learning.ts";
import { random } from "../random.ts";
import { decodeForest, forestOutput } from "../walk.ts";
import { printNumber } from "./bins.ts";
import { type Job, pseudoOf } from "./forest.ts";
import { draw, type Lesson, lessonOf, newSample } from "./sample.ts";
import { divided, type Means, newMeans } from "./means.ts";
import { shortestBetween } from "./shortest.ts";
import { tableOf } from "./table.ts";
import { printCounts } from "./tree.ts";

/** What ml-random-forest makes JSON of. */
interface MlForest {
  readonly baseModel: { readonly indexes: readonly [readonly number[]]; readonly estimators: readonly [{ readonly root: MlNode }] };
}

/** A node of ml-cart; a leaf has no children. */
interface MlNode {
  readonly splitColumn?: number;
  readonly splitValue?: number;
  readonly left?: MlNode;
  readonly right?: MlNode;
}

/** Seconds that one tree of 5,000 rows × 50 columns takes, and how that grows with rows: measured, see bench/RESULTS.md. */
const treeSeconds = 25;
const growth = 2.1;

/** About how long ml-random-forest will take, in seconds; within a factor of two or so. Its split search is quadratic in rows. */
export function mlSeconds({ columns, n }: Matrix, trees: number): number {
  return trees * treeSeconds * (columns.length / 50) * exactExp(growth * exactLog(n / 5000));
}

/**
 * Trains with ml-random-forest itself, one tree at a time on rows that are drawn here, so that the rows out of its bag are known. Its
 * settings are those that work: every column at every split, no least gain; a node of `minLeaf` rows is a leaf. It does not know missing
 * values: for it they are lower than any other, which afterwards reads "missing goes left". No importance is measured: every column has 0.
 */
export async function trainWithMl(
  matrix: Matrix,
  target: Float64Array,
  outputs: number,
  settings: ForestSettings,
): ReturnType<Trainer["train"]> {
  const { RandomForestClassifier, RandomForestRegression } = await import("ml-random-forest");
  const rows = Int32Array.from({ length: matrix.n }, (_, row) => row);
  const job: Job = { table: tableOf(matrix), target, outputs, settings };
  const lesson = lessonOf(job.table, target, outputs, rows, settings.classWeights);
  const sample = newSample(lesson);
  const holes = matrix.columns.map(withoutHoles);
  const pseudo = pseudoOf(outputs);
  const means = newMeans(matrix.n, outputs);
  const treeOptions = { gainThreshold: 0, minNumSamples: settings.minLeaf, maxDepth: settings.maxDepth };
  const options = { nEstimators: 1, maxFeatures: 1, replacement: false, useSampleBagging: false, noOOB: true, seed: 1, treeOptions };
  const trees: string[] = [];
  for (let t = 0; t < settings.trees; t++) {
    draw(lesson, sample, random(settings.seed, t + 1));
    const bag = [...rows].flatMap((row) => Array.from({ length: sample.weights[row]! }, () => row));
    const labels = bag.map((row) => target[row]!);
    const forest = outputs > 1 ? new RandomForestClassifier(options) : new RandomForestRegression(options);
    const isOne = labels.every((label) => label === labels[0]);
    if (!isOne)
      forest.train(
        bag.map((row) => holes.map(({ filled }) => filled[row]!)),
        labels,
      );
    const grown = isOne ? leaf : (JSON.parse(JSON.stringify(forest)) as MlForest).baseModel;
    const tree = printMlTree(grown.estimators[0].root, bag, { lesson, holes, columns: grown.indexes[0] });
    trees.push(tree);
    askOutOfBag({ columns: matrix.names, outputs, pseudo, trees: [tree] }, matrix, sample.weights, means);
  }
  const forest = { columns: matrix.names, outputs, pseudo, trees };
  return { forest, outOfBag: divided(means), importance: new Float64Array(matrix.columns.length) };
}

const leaf: MlForest["baseModel"] = { indexes: [[]], estimators: [{ root: {} }] };

/** A column in which missing values are lower than all others, and the lowest of these; null where none is missing. */
interface Holes {
  readonly filled: Float64Array;
  readonly least: number | null;
}

function withoutHoles(column: Float64Array): Holes {
  if (!column.some(Number.isNaN)) return { filled: column, least: null };
  const least = column.reduce((low, value) => (value < low ? value : low), Number.POSITIVE_INFINITY);
  const lower = least > 0 ? -1 : least - 1 < least ? least - 1 : 2 * least;
  return { filled: column.map((value) => (Number.isNaN(value) ? lower : value)), least };
}

interface Ground {
  readonly lesson: Lesson;
  readonly holes: readonly Holes[];
  /** Which column a number in the tree means. */
  readonly columns: readonly number[];
}

/** A tree of the package in the grammar of walk.ts; what its leaves hold is counted anew from the rows that it grew from. */
function printMlTree(node: MlNode, bag: readonly number[], ground: Ground): string {
  const { splitColumn, splitValue, left, right } = node;
  if (splitColumn === undefined || splitValue === undefined || left === undefined || right === undefined)
    return printLeaf(bag, ground.lesson);
  const column = ground.columns[splitColumn]!;
  const { filled, least } = ground.holes[column]!;
  const below = least !== null && splitValue <= least ? "" : printNumber(splitValue);
  const parts = [left, right].map((child, no) =>
    printMlTree(
      child,
      bag.filter((row) => filled[row]! < splitValue === (no === 0)),
      ground,
    ),
  );
  return [`${String(column)}${least === null ? "<" : "~"}${below}`, ...parts].join(" ");
}

function printLeaf(bag: readonly number[], { target, outputs, grain }: Lesson): string {
  if (outputs === 1) {
    const mean = bag.reduce((sum, row) => sum + target[row]!, 0) / bag.length;
    return `:${printNumber(shortestBetween(mean - grain, mean + grain))}`;
  }
  const counts = new Float64Array(outputs);
  for (const row of bag) counts[target[row]!]!++;
  return `:${printCounts(counts)}`;
}

function askOutOfBag(forest: ForestText, { columns, n }: Matrix, weights: Int32Array, { sums, counts }: Means): void {
  const walked = decodeForest(forest);
  const x = new Float64Array(columns.length);
  const out = new Float64Array(forest.outputs);
  for (let row = 0; row < n; row++) {
    if (weights[row] !== 0) continue;
    columns.forEach((column, j) => (x[j] = column[row]!));
    forestOutput(walked, x, out);
    out.forEach((value, k) => (sums[row * forest.outputs + k]! += value));
    counts[row]!++;
  }
}
