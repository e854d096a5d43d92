import { random } from "../random.ts";
import type { ForestSettings, ForestText } from "../learning.ts";
import { newGrower } from "./grow.ts";
import { draw, lessonOf } from "./sample.ts";
import type { Table } from "./table.ts";
import type { Tree } from "./tree.ts";

/** What the forests of one request have in common. */
export interface Job {
  readonly table: Table;
  readonly target: Float64Array;
  /** Classes, or 1 for a number. */
  readonly outputs: number;
  readonly settings: ForestSettings;
}

/** A tree and the weights of the rows that it grew from; 0 is out of its bag. `weights` is written anew for the next tree. */
interface Grown {
  readonly tree: Tree;
  readonly weights: Int32Array;
}

/** Grows trees `from` up to, but not including, `to` of the forest that learns from some rows. Each has a random stream of its own, so they may grow anywhere. */
export function* treesOf({ table, target, outputs, settings }: Job, rows: Int32Array, from: number, to: number): Generator<Grown> {
  const lesson = lessonOf(table, target, outputs, rows, settings.classWeights);
  const { sample, grow } = newGrower(lesson, { ...settings, tried: Math.max(1, settings.columnShare * table.p) });
  for (let t = from; t < to; t++) {
    const source = random(settings.seed, t + 1);
    const size = draw(lesson, sample, source);
    yield { tree: grow(size, source), weights: sample.weights };
  }
}

/** Weight of the prior in every leaf, in rows: enough that no share is 0, too little to move a full leaf. */
const priorRows = 0.1;

/**
 * Pseudo-counts of a leaf, to four decimals so that they print short; none for a number. All classes have the same: a prior of class shares
 * would decide every leaf that is even for the commoner class, which costs accuracy and, where a class is rare, log loss, too.
 */
export function pseudoOf(outputs: number): ForestText["pseudo"] {
  if (outputs === 1) return [];
  return Array.from({ length: outputs }, () => Math.max(1, Math.round((priorRows / outputs) * 10_000)) / 10_000);
}

/** What the leaves of a tree answer, leaves × outputs, row-major; by the same operations as in `decodeForest`, so the same bits. */
export function answersOf({ leaves }: Tree, outputs: number, pseudo: ForestText["pseudo"]): Float64Array {
  if (outputs === 1) return leaves;
  const answers = new Float64Array(leaves.length);
  for (let at = 0; at < leaves.length; at += outputs) {
    let sum = 0;
    for (let k = 0; k < outputs; k++) sum += pseudo[k]! + leaves[at + k]!;
    for (let k = 0; k < outputs; k++) answers[at + k] = (pseudo[k]! + leaves[at + k]!) / sum;
  }
  return answers;
}
