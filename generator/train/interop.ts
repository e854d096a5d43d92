import type { ForestText } from "../learning.ts";
import { parseTree } from "./parse-tree.ts";

/** A node as ml-cart reads it; `text` is ours and ignored there, so that the way back loses nothing. */
type Node =
  | { readonly text: string; readonly splitColumn: number; readonly splitValue: number; readonly left: Node; readonly right: Node }
  | { readonly text: string; readonly distribution: readonly (readonly number[])[] | number };

/** A forest as `RandomForestClassifier.load` and `RandomForestRegression.load` of ml-random-forest 2.1 read it. */
export interface MlRandomForest {
  readonly name: "RFClassifier" | "RFRegression";
  readonly baseModel: {
    readonly indexes: readonly (readonly number[])[];
    readonly n: number;
    readonly replacement: boolean;
    readonly maxFeatures: number;
    readonly nEstimators: number;
    readonly treeOptions: object;
    readonly isClassifier: boolean;
    readonly seed: number;
    readonly useSampleBagging: boolean;
    readonly estimators: readonly { readonly name: "DTClassifier" | "DTRegression"; readonly options: object; readonly root: Node }[];
  };
  readonly selectionMethod: "mean";
  /** What the library does not know: names, pseudo-counts, and which columns it must be given twice (see `mlRow`). */
  readonly kiln: {
    readonly columns: readonly string[];
    readonly outputs: number;
    readonly pseudo: readonly number[];
    readonly missingLow: readonly number[];
  };
}

/**
 * A forest in ml-random-forest's own form.
 *
 * That library sends a missing value (NaN) to the right, as a `<` question does here. A `~` question sends it left, which cannot be said
 * there: with `missing` "lost" it goes right all the same, and rows without missing values are answered alike, tree by tree. With "twice"
 * nothing is lost: the columns of such questions are asked about a second time at the end of the row, which `mlRow` writes there. The
 * vote is theirs either way: they count trees, Kiln averages leaf shares.
 */
export function toMlRandomForest(forest: ForestText, missing: "lost" | "twice" = "lost"): MlRandomForest {
  const { columns, outputs, pseudo, trees } = forest;
  const isClassifier = outputs > 1;
  const missingLow = missing === "twice" ? missingLeft(forest).columns : [];
  const twice = new Map(missingLow.map((column, k) => [column, columns.length + k]));
  const options = {
    gainFunction: isClassifier ? "gini" : "regression",
    splitFunction: "mean",
    minNumSamples: 1,
    maxDepth: null,
    gainThreshold: 0,
    kind: isClassifier ? "classifier" : "regression",
  };
  const all = Array.from({ length: columns.length + missingLow.length }, (_, j) => j);
  return {
    name: isClassifier ? "RFClassifier" : "RFRegression",
    baseModel: {
      indexes: trees.map(() => all),
      n: all.length,
      replacement: false,
      maxFeatures: 1,
      nEstimators: trees.length,
      treeOptions: options,
      isClassifier,
      seed: 0,
      useSampleBagging: true,
      estimators: trees.map((tree) => ({
        name: isClassifier ? "DTClassifier" : "DTRegression",
        options,
        root: nodeOf(tree, twice, forest),
      })),
    },
    selectionMethod: "mean",
    kiln: { columns, outputs, pseudo, missingLow },
  };
}

/** How many questions send missing values left, and about which columns. */
export function missingLeft({ trees }: ForestText): { readonly questions: number; readonly columns: readonly number[] } {
  const low = trees.flatMap((tree) => tree.split(" ").filter((token) => token.includes("~")));
  return { questions: low.length, columns: [...new Set(low.map((token) => Number.parseInt(token, 10)))].toSorted((a, b) => a - b) };
}

/** A row as a forest converted with "twice" wants it: its columns, then those of `missingLow` with missing as −∞. */
export function mlRow({ kiln }: MlRandomForest, row: readonly number[]): number[] {
  return [...row, ...kiln.missingLow.map((column) => (Number.isNaN(row[column]) ? Number.NEGATIVE_INFINITY : row[column]!))];
}

/** The way back: exactly the forest that was converted. */
export function fromMlRandomForest({ baseModel, kiln: { columns, outputs, pseudo } }: MlRandomForest): ForestText {
  return { columns, outputs, pseudo, trees: baseModel.estimators.map(({ root }) => tokensOf(root).join(" ")) };
}

function tokensOf(node: Node): string[] {
  return "distribution" in node ? [node.text] : [node.text, ...tokensOf(node.left), ...tokensOf(node.right)];
}

function nodeOf(tree: string, twice: ReadonlyMap<number, number>, forest: ForestText): Node {
  const nodes = parseTree(tree, forest);
  const visit = (i: number): Node => {
    const node = nodes[i]!;
    const { token: text } = node;
    if (node.kind === "leaf") return { text, distribution: forest.outputs === 1 ? node.answer[0]! : [node.answer] };
    const splitColumn = (node.missingYes ? twice.get(node.column) : undefined) ?? node.column;
    return { text, splitColumn, splitValue: node.below, left: visit(node.yes), right: visit(node.no) };
  };
  return visit(0);
}
