/**
 * Inputs of the forest, p columns of n numbers; NaN is missing.
 * Column objects are never written after they enter a matrix, so work on a column (binning) may be cached by its identity.
 */
export interface Matrix {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
  readonly n: number;
}

/** How a forest grows. Everything that decides its bytes. */
export interface ForestSettings {
  readonly trees: number;
  readonly maxDepth: number;
  /** Fewest (weighted) rows in a leaf. */
  readonly minLeaf: number;
  /** Share of columns tried at a split, in (0, 1]. */
  readonly columnShare: number;
  /** What a split of classes must lower most; a number's always lowers its variance. */
  readonly criterion: "gini" | "entropy";
  /** "best" looks at every cut of a column that is tried, "random" at one that is drawn (extra-trees). */
  readonly cuts: "best" | "random";
  /** How often a row of each class is drawn, relative to the others; null draws all rows alike. */
  readonly classWeights: readonly number[] | null;
  readonly seed: number;
}

/** A forest as it is stored and emitted: one tree a line in prefix text (grammar in runtime.ts). */
export interface ForestText {
  readonly columns: readonly string[];
  /** Numbers in a leaf: one per class, or 1 for a number target. */
  readonly outputs: number;
  /** Added to the counts of every leaf, one per class, so that no share is 0; empty for a number. */
  readonly pseudo: readonly number[];
  readonly trees: readonly string[];
}

/** Trains forests, on worker threads where it pays; the answer never depends on how many. */
export interface Trainer {
  /** Out-of-fold outputs, n × outputs, row-major: row i is answered by a forest that saw no row of fold `folds[i]`. */
  outOfFold(matrix: Matrix, target: Float64Array, outputs: number, folds: Int32Array, settings: ForestSettings): Promise<Float64Array>;
  /** `outOfBag` is n × outputs, row-major, NaN where a row was in every bag; `importance` has one number a column. */
  train(
    matrix: Matrix,
    target: Float64Array,
    outputs: number,
    settings: ForestSettings,
  ): Promise<{ readonly forest: ForestText; readonly outOfBag: Float64Array; readonly importance: Float64Array }>;
  close(): Promise<void>;
}

/** How one input column becomes forest columns, in the order and under the names given here. */
export type Encoder =
  /** Itself, `property`; missing where absent. */
  | { readonly kind: "number"; readonly property: string }
  /** `property.month` 1–12, `.weekday` 0–6 (Sunday 0), `.hour` 0–23; missing where absent. */
  | { readonly kind: "date"; readonly property: string }
  /** `property.characters`, `property.words`; missing where there is no text. */
  | { readonly kind: "text"; readonly property: string }
  /** `property=output` for each output. Shares are smoothed towards the prior: (count + strength × prior) / (rows + strength). */
  | {
      readonly kind: "category";
      readonly property: string;
      /** Classes that get a column (of two only the second, of many the commonest), or "mean" for a number target. */
      readonly outputs: readonly string[];
      /** Sorted by value (a `categoryKey`; "" is missing). `shares` has one number per output (class share or mean target). */
      readonly table: readonly { readonly value: string; readonly rows: number; readonly shares: readonly number[] }[];
      /** For values that the table does not know. */
      readonly other: readonly number[];
    };

/** A linear model over n-grams of the text columns: `lexicon=output` for each output. Entries sorted by n-gram. */
export interface Lexicon {
  readonly properties: readonly string[];
  /** Classes that get a score (of two only the second: its log odds), or "mean" for a number target (in standard deviations). */
  readonly outputs: readonly string[];
  readonly bias: readonly number[];
  /** One weight per output. */
  readonly entries: readonly (readonly [ngram: string, idf: number, weights: readonly number[]])[];
}

/** A linear model over the forest's other columns, whose scores are columns of their own: `ridge=output` for each output. */
export interface Ridge {
  /** As in a category's encoder. */
  readonly outputs: readonly string[];
  readonly bias: readonly number[];
  /** Every column to the left, in order: `middle` is what missing counts as, and each weight is per unit above it. */
  readonly terms: readonly { readonly column: string; readonly middle: number; readonly weights: readonly number[] }[];
}
