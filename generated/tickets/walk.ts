import { readForest } from "./walk-tables.ts";
import { type Ask, newAsk } from "./walk-trees.ts";

/**
 * A forest from its text, and its answers. Needs nothing; the same bits in every engine.
 *
 * A tree is one line, in prefix order, its tokens separated by blanks. A token is a question or a leaf:
 *
 * - `7<1.5` column 7 is below 1.5; then come the tree for yes and the tree for no. Missing means no.
 * - `7~1.5` the same, but missing means yes. `7~` asks only whether column 7 is missing.
 * - `:0*12,3` a leaf in which training rows lay: 12 of class 0 and one of class 3. In a forest for a number, `:2.5` is their mean.
 *
 * A leaf of counts n answers with shares (n + pseudo) / (sum of n + sum of pseudo); the forest with the mean over its trees, summed in
 * their order.
 */

/** A forest as text. */
export interface ForestText {
  /** What the questions are about: column 0, 1, 2 and so on. */
  readonly columns: readonly string[];
  /** Numbers in an answer: one per class, or 1 for a number. */
  readonly outputs: number;
  /** Added to the counts of every leaf, one per class, so that no share is 0; empty for a number. */
  readonly pseudo: readonly number[];
  readonly trees: readonly string[];
}

/** A forest ready to be asked. Its text is read when it is asked first. */
export interface Forest {
  readonly text: ForestText;
  ask: Ask | null;
}

/** Makes a forest ready to be asked. */
export function decodeForest(text: ForestText): Forest {
  return { text, ask: null };
}

/**
 * Asks a forest about one row.
 *
 * @param x One number per column; NaN is missing.
 * @param out Receives the answer, one number per output.
 * @throws {RangeError} When the forest has more than 4,096 columns, or a million nodes in a tree.
 */
export function forestOutput(forest: Forest, x: Float64Array, out: Float64Array): void {
  (forest.ask ?? ready(forest))(x, 0, out, 0);
}

/**
 * Asks a forest about many rows; allocates nothing.
 *
 * @param x The rows one after another, one number per column each; NaN is missing.
 * @param out Receives the answers one after another.
 * @throws {RangeError} As above.
 */
export function forestOutputs(forest: Forest, x: Float64Array, out: Float64Array): void {
  const ask = forest.ask ?? ready(forest);
  const { columns, outputs } = forest.text;
  for (let from = 0, to = 0; from < x.length; from += columns.length, to += outputs) ask(x, from, out, to);
}

function ready(forest: Forest): Ask {
  return (forest.ask = newAsk(readForest(forest.text)));
}
