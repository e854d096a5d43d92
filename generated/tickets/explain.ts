import type { ForestText } from "./walk.ts";

/**
 * Why a forest answers what it answers, by its own paths (A. Saabas, "Interpreting random forests", 2014): on the way from the root of a
 * tree to the leaf of a row, every question moves the expected answer, and that move is the effect of the column that is asked about.
 * What is expected at a question is the mean answer of the training rows that came by; in a forest for a number, whose leaves do not
 * say how many rows they hold, every leaf counts the same. Columns that say the same thing share an effect by chance.
 */

/** How far one column moves the answer for one row. */
export interface ColumnEffect {
  readonly column: string;
  /** What the column holds; null is missing. */
  readonly value: number | null;
  readonly effect: number;
}

/**
 * `baseline`, all effects, `calibration` and `rounding` sum to the answer, bit for bit: in any order, but `rounding` last.
 * They stand on a grid (multiples of one power of two) that is so coarse that their sums are exact and so fine (2⁻⁴¹ of the largest
 * leaf) that nobody sees it; `rounding` is what the grid leaves of the answer, and exact too, because the two lie so close (Sterbenz).
 */
export interface Explained {
  readonly baseline: number;
  /** One per column, in order. */
  readonly effects: readonly ColumnEffect[];
  /** What a curve adds to the forest's share. */
  readonly calibration: number;
  readonly rounding: number;
}

/**
 * Explains one number of a forest's answer.
 *
 * @param x One number per column; NaN is missing.
 * @param output Which number of the answer.
 * @param said That number, as the forest gave it.
 * @param answer What a curve made of it.
 */
export function explainForest(forest: ForestText, x: Float64Array, output: number, said: number, answer: number = said): Explained {
  const sums = new Float64Array(forest.columns.length);
  const largest = forest.trees.reduce(
    (most, tree) => Math.max(most, walkTree(tree.split(" "), forest, x, output, sums)),
    Math.max(Math.abs(said), Math.abs(answer)),
  );
  const unit = gridOf(largest);
  const onGrid = (value: number): number => Math.round(value / unit) * unit;
  let baseline = onGrid(said);
  const effects = forest.columns.map((column, j) => {
    const value = x[j] ?? Number.NaN;
    const effect = onGrid((sums[j] ?? 0) / forest.trees.length);
    baseline -= effect;
    return { column, value: Number.isNaN(value) ? null : value, effect };
  });
  const near = onGrid(answer);
  return { baseline, effects, calibration: near - onGrid(said), rounding: answer - near };
}

/** 2⁻⁴⁰ of the first power of two that is not below the value: effects are at most a few thousand times the value, so 53 bits hold their sums. */
function gridOf(value: number): number {
  let power = 1;
  while (power < value) power *= 2;
  while (power / 2 >= value && power > 1e-290) power /= 2;
  return power / 1099511627776;
}

/** The rows below a node, and the mean of their answers. */
interface Expected {
  readonly rows: number;
  readonly mean: number;
}

/** Adds the effects of one tree; returns the size of its largest leaf. */
function walkTree(tokens: readonly string[], forest: ForestText, x: Float64Array, output: number, effects: Float64Array): number {
  let next = 0;
  let largest = 0;
  const visit = (onPath: boolean): Expected => {
    const token = tokens[next++] ?? ":";
    if (token.startsWith(":")) {
      const leaf = leafOf(token.slice(1), forest, output);
      largest = Math.max(largest, Math.abs(leaf.mean));
      return leaf;
    }
    const column = Number.parseInt(token, 10);
    const saysYes = answers(token, x[column] ?? Number.NaN);
    const yes = visit(onPath && saysYes);
    const no = visit(onPath && !saysYes);
    const rows = yes.rows + no.rows;
    const mean = (yes.rows * yes.mean + no.rows * no.mean) / rows;
    if (onPath) effects[column] = (effects[column] ?? 0) + (saysYes ? yes.mean : no.mean) - mean;
    return { rows, mean };
  };
  visit(true);
  return largest;
}

/** Whether a question ("7<1.5", "7~1.5" or "7~", as in walk.ts) is answered with yes. */
function answers(token: string, value: number): boolean {
  const at = token.search(/[<~]/);
  if (Number.isNaN(value)) return token.charAt(at) === "~";
  return at === token.length - 1 ? value === Number.NEGATIVE_INFINITY : value < Number(token.slice(at + 1));
}

function leafOf(text: string, { outputs, pseudo }: ForestText, output: number): Expected {
  if (outputs === 1) return { rows: 1, mean: Number(text) };
  let rows = 0;
  let own = 0;
  for (const part of text.split(",")) {
    const [label, times = "1"] = part.split("*");
    rows += Number(times);
    if (Number(label) === output) own += Number(times);
  }
  const sum = pseudo.reduce((total, count) => total + count, rows);
  return { rows, mean: (own + (pseudo[output] ?? 0)) / sum };
}
