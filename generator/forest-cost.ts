import type { ForestText } from "./learning.ts";
import { treeShape } from "./tree-shape.ts";

/** What a forest costs whoever carries and asks it. */
interface ForestCost {
  /** Its trees as text. */
  readonly kilobytes: number;
  /** Questions that one answer takes: all trees of ten go as deep as the deepest, see walk-trees.ts. */
  readonly visits: number;
  /**
   * Time of one answer, counted, not measured, so that it is the same everywhere: 1.3 ns a question of the upper eight levels, 3.5 ns a deeper
   * one, whose memory is farther away. What a machine really takes is up to it; `npm run bench -- forest` shows both.
   */
  readonly microseconds: number;
}

const upperLevels = 8;
const upperNs = 1.3;
const deeperNs = 3.5;

/** Counts what a forest costs. */
export function forestCost({ trees }: ForestText): ForestCost {
  const shapes = trees.map(treeShape);
  const deepest = shapes.reduce((most, { depth }) => Math.max(most, depth), 0);
  const upper = Math.min(upperLevels, deepest);
  let near = 0;
  let far = 0;
  for (let from = 0; from < shapes.length; from += 10) {
    const depth = shapes.slice(from, from + 10).reduce((most, shape) => Math.max(most, shape.depth), 0);
    near += 10 * upper;
    far += 10 * Math.max(0, depth - upper);
  }
  return {
    kilobytes: trees.reduce((sum, tree) => sum + tree.length + 1, 0) / 1024,
    visits: near + far,
    microseconds: (near * upperNs + far * deeperNs) / 1000,
  };
}
