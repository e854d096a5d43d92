import type { ForestText } from "./walk.ts";

/**
 * 2 trees over 3 columns, at most 2 questions deep, 5 leaves, 0.1 KB; learned from 300 rows. One
 * tree a line, in the grammar of walk.ts.
 *
 * The columns that matter most, by share of importance:
 * - 60 % predict
 * - 20 % expect
 * - 20 % tenure
 *
 * Of that, by step:
 * - 60 % predict
 * - 20 % expect
 */
const trees = `
1<1.5 :0*3,1*1 :0*1,1*3
0<-2 :0*4 2<0.5 :0*1,1*1 :1*2
`;

/** What the trees ask about: column 0, 1, 2 and so on. */
export const columns = ["tenure", "predict", "expect"] as const;

export const forest: ForestText = {
  columns,
  outputs: 2,
  pseudo: [0, 0],
  trees: trees.trim().split("\n"),
};
