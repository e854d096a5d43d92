import type { ModelReply } from "./asking.ts";
import type { Curve } from "./calibrate.ts";
import type { Encoder, Lexicon, Ridge } from "./learning.ts";
import type { Candidate, CandidateRecord, Column, Row, Task } from "./types.ts";

/** Figures of one arm on the holdout. Intervals are percentile bootstrap over holdout rows, 95 %. */
export interface Figures {
  readonly rows: number;
  readonly metrics: readonly {
    readonly name: string;
    readonly unit: string;
    readonly value: number;
    readonly interval: readonly [number, number];
    readonly better: "higher" | "lower";
  }[];
}

/** A paired difference, result minus baseline, on the same holdout rows. */
export interface Difference {
  readonly name: string;
  readonly value: number;
  readonly interval: readonly [number, number];
}

/** One masked real row and what the finished pipeline answers for it. */
export interface GoldenRow {
  readonly row: Row;
  /** One value per column of the forest, in order; null stands for missing (NaN). */
  readonly features: readonly (number | null)[];
  /** Class shares in class order, or the one number. */
  readonly output: readonly number[];
}

/** Both arms on a part of the holdout. */
export interface SliceFigures {
  /** "team is billing", "plan is missing", "longest third of body". */
  readonly slice: string;
  readonly rows: number;
  /** Of each arm the figures, one for each metric, in order. */
  readonly baseline: readonly number[];
  readonly result: readonly number[];
  /** Of the first metric, result minus baseline; 95 %, paired bootstrap over the rows of the part. */
  readonly difference: number;
  readonly interval: readonly [number, number];
}

export interface SplitFacts {
  readonly kind: "random" | "time" | "group";
  readonly holdoutShare: number;
  readonly trainRows: number;
  readonly holdoutRows: number;
  /** Rows that share a group with a near-duplicate. */
  readonly grouped: number;
}

/**
 * What a person decided about one step. An adopted step is a person's text, a pinned one stays as it is whatever a later run proposes,
 * a rejected one never joins the pipeline. All three outlast a rebuild.
 */
export type Decision =
  | { readonly kind: "adopted" | "pinned"; readonly step: string; readonly reason: string; readonly candidate: Candidate }
  | { readonly kind: "rejected"; readonly step: string; readonly reason: string };

/** A forest that was tried because `limits` were set: what it says of rows out of its bags, and what it costs. */
export interface TradeOff {
  readonly trees: number;
  readonly maxDepth: number;
  readonly minLeaf: number;
  /** Nats a row, or squared units. */
  readonly loss: number;
  /** Share of rows that are answered right; null for a number. */
  readonly accuracy: number | null;
  readonly kilobytes: number;
  /** Counted, see forest-cost.ts. */
  readonly microseconds: number;
  readonly fits: boolean;
  readonly chosen: boolean;
}

/** Rows of which about the same is said of their likeliest class: what, on average, and how often that class was right. */
export interface ReliabilityBin {
  readonly rows: number;
  readonly said: number;
  readonly right: number;
}

/** How good probabilities of rows are. */
interface Honesty {
  /** Nats a row. */
  readonly logLoss: number;
  readonly reliability: readonly ReliabilityBin[];
}

/** Curves from the forest's shares to probabilities, with what they were admitted for: answers out of bag, each calibrated out of fold. */
export interface Calibration {
  readonly method: "isotonic" | "platt";
  /** One a class; of two classes only one, for the second. */
  readonly curves: readonly Curve[];
  readonly rows: number;
  readonly before: Honesty;
  readonly after: Honesty;
}

/** Everything learned; with `forest.json` all that `emit` needs. Lies in `models/<pipeline>/learned.json`. */
export interface Learned {
  readonly pipeline: string;
  readonly task: Task;
  readonly columns: readonly Column[];
  readonly data: {
    readonly file: string;
    readonly sha256: string;
    readonly rows: number;
    /** Rows that could be read; more than `rows` where only a sample was learned from. */
    readonly readable: number;
    readonly rejects: number;
    readonly nulls: readonly string[];
  };
  readonly config: { readonly sha256: string; readonly seed: number; readonly importExtension: "ts" | "js" };
  /** File name and sha256 of every prompt template. */
  readonly prompts: readonly { readonly file: string; readonly sha256: string }[];
  /** Requests whose replies were used, in order of use. */
  readonly replies: readonly {
    readonly request: string;
    readonly stage: string;
    readonly model: string;
    readonly usage: ModelReply["usage"];
  }[];
  readonly split: SplitFacts;
  readonly encoders: readonly Encoder[];
  readonly lexicon: Lexicon | null;
  readonly ridge: Ridge | null;
  /** Null where the forest's shares are no worse as they are. */
  readonly calibration: Calibration | null;
  readonly candidates: readonly CandidateRecord[];
  /** Names of the kept candidates in pipeline order: normalizers, then the others in order of admission. */
  readonly steps: readonly string[];
  /** What people decided, as it stood when the pipeline was learned. */
  readonly decisions: readonly Pick<Decision, "kind" | "step" | "reason">[];
  readonly figures: {
    readonly baseline: Figures;
    readonly result: Figures;
    readonly difference: readonly Difference[];
    /** Classes, missing cells, common categories, short and long texts, thirds of time; parts of fewer than 20 rows are left out. */
    readonly slices: readonly SliceFigures[];
  };
  readonly importance: readonly { readonly name: string; readonly value: number }[];
  readonly golden: readonly GoldenRow[];
  /** Forests that no other one beats in loss, size and time, smallest first; none where nothing was limited. */
  readonly tradeOff: readonly TradeOff[];
}

/** How the values of one thing fall into bins. Numbers: up to each cut, then above the last; values beyond `range` are none of these. */
export type Bins =
  | { readonly kind: "numbers"; readonly cuts: readonly number[]; readonly range: readonly [low: number, high: number] }
  | { readonly kind: "values"; readonly values: readonly string[] };

/** Where one thing lay in the training rows: counts and bins, never a row. */
export interface Spread {
  readonly name: string;
  readonly bins: Bins;
  /** Rows in each bin; then rows of another value (out of range, rare or unknown); last rows without one (missing, abstained). */
  readonly counts: readonly number[];
  /** For each count, what was true of its rows: how many are of each class, or the sum of the numbers. */
  readonly targets: readonly (readonly number[])[];
}

/** What the training rows looked like, for a later comparison with fresh ones. Lies in `models/<pipeline>/reference.json`. */
export interface Reference {
  readonly rows: number;
  /** Columns as they come in: a number or category under its property, parts of texts and dates under "body.words" and so on. */
  readonly inputs: readonly Spread[];
  /** Steps in pipeline order: what each answers; of a normalizer whether it changed the cell; and whether the lexicon knew a word. */
  readonly steps: readonly Spread[];
  /** What the forest says out of bag: labels, or numbers. */
  readonly prediction: Spread;
  /** The same inside parts of the rows, "channel is email": counts of every input, every step and the prediction, in this order. */
  readonly slices: readonly { readonly slice: string; readonly counts: readonly (readonly number[])[] }[];
}

/** A file to be written, path relative to its folder with "/" between parts. */
export interface Artifact {
  readonly path: string;
  readonly text: string;
}
