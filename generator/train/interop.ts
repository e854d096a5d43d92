import type { ForestText } from "../learning.ts";
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

const lowest = -Number.MAX_VALUE;

/**
 * A forest in ml-random-forest's own form.
 *
 * That library sends a missing value (NaN) to the right, as a `<` question does here. A `~` question sends it left; for these the column is given once more
 * at the end of the row, with missing as −∞. So nothing is lost: tree by tree the answers are the same. The vote is theirs: they count trees,
 * Kiln averages leaf shares.
 */
export function toMlRandomForest(forest: ForestText): MlRandomForest {
  const { columns, outputs, pseudo, trees } = forest;
  const isClassifier = outputs > 1;
  const missingLow = [
    ...new Set(trees.flatMap((tree) => tree.split(" ").flatMap((token) => (token.includes("~") ? [parseInt(token, 10)] : [])))),
  ].toSorted((a, b) => a - b);
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
        root: nodeOf(tree, twice, outputs, pseudo),
      })),
    },
    selectionMethod: "mean",
    kiln: { columns, outputs, pseudo, missingLow },
  };
}

/** A row as the converted forest wants it: its columns, then those of `missingLow` with missing as −∞. */
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

function nodeOf(tree: string, twice: ReadonlyMap<number, number>, outputs: number, pseudo: readonly number[]): Node {
  const tokens = tree.split(" ");
  let at = 0;
  const next = (): Node => {
    const text = tokens[at++]!;
    const sign = text.search(/[<~:]/);
    if (text.charAt(sign) === ":") return { text, distribution: outputs === 1 ? Number(text.slice(1)) : [sharesOf(text.slice(1), pseudo)] };
    const column = Number(text.slice(0, sign));
    const splitColumn = text.charAt(sign) === "~" ? twice.get(column)! : column;
    const splitValue = sign === text.length - 1 ? lowest : Number(text.slice(sign + 1));
    const left = next();
    return { text, splitColumn, splitValue, left, right: next() };
  };
  return next();
}

function sharesOf(text: string, pseudo: readonly number[]): number[] {
  const counts = [...pseudo];
  for (const part of text.split(",")) {
    const [label = "", times = "1"] = part.split("*");
    counts[Number(label)]! += Number(times);
  }
  const sum = counts.reduce((total, count) => total + count, 0);
  return counts.map((count) => count / sum);
}
