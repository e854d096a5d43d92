import type { ForestText } from "./walk.ts";

/**
 * Why a forest answers what it answers, by its own paths (A. Saabas, "Interpreting random forests", 2014): on the way from the root of a
 * tree to the leaf of a row, every question moves the expected answer, and that move is the effect of the column that is asked about.
 * What is expected at a question is the mean answer of the training rows that came by; in a forest for a number, whose leaves do not
 * say how many rows they hold, every leaf counts the same. Columns that say the same thing share an effect by chance.
 */

/** How far one column moves the answer for one row. */
export interface Contribution {
  readonly column: string;
  /** What the column holds; null is missing. */
  readonly value: number | null;
  readonly effect: number;
}

/** `baseline` and all effects sum to the answer, up to rounding. Columns without an effect are left out; the largest effect is first. */
export interface Explained {
  readonly baseline: number;
  readonly contributions: readonly Contribution[];
}

/**
 * Explains one number of a forest's answer.
 *
 * @param x One number per column; NaN is missing.
 * @param output Which number of the answer.
 */
export function explainForest(forest: ForestText, x: Float64Array, output: number): Explained {
  const effects = new Float64Array(forest.columns.length);
  let baseline = 0;
  for (const tree of forest.trees) baseline += walkTree(tree.split(" "), forest, x, output, effects);
  const contributions = forest.columns.map((column, j) => {
    const value = x[j] ?? Number.NaN;
    return { column, value: Number.isNaN(value) ? null : value, effect: (effects[j] ?? 0) / forest.trees.length };
  });
  return {
    baseline: baseline / forest.trees.length,
    contributions: contributions.filter(({ effect }) => effect !== 0).sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect)),
  };
}

/** The rows below a node, and the mean of their answers. */
interface Expected {
  readonly rows: number;
  readonly mean: number;
}

/** Adds the effects of one tree; returns what is expected at its root. */
function walkTree(tokens: readonly string[], forest: ForestText, x: Float64Array, output: number, effects: Float64Array): number {
  let next = 0;
  const visit = (onPath: boolean): Expected => {
    const token = tokens[next++] ?? ":";
    if (token.startsWith(":")) return leafOf(token.slice(1), forest, output);
    const column = Number.parseInt(token, 10);
    const saysYes = answers(token, x[column] ?? Number.NaN);
    const yes = visit(onPath && saysYes);
    const no = visit(onPath && !saysYes);
    const rows = yes.rows + no.rows;
    const mean = (yes.rows * yes.mean + no.rows * no.mean) / rows;
    if (onPath) effects[column] = (effects[column] ?? 0) + (saysYes ? yes.mean : no.mean) - mean;
    return { rows, mean };
  };
  return visit(true).mean;
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
