/** What passes between the stages. Data only: readonly, JSON-like unless a typed array is named. */

/** One cell as steps see it: text kinds are strings, numbers are finite, missing is null. */
export type Cell = string | number | null;

/** One row of inputs, keyed by `Column.property`. Never holds the target, an id, or a column that is not known at prediction time. */
export type Row = Readonly<Record<string, Cell>>;

export type ColumnKind = "text" | "category" | "number" | "date" | "id";

/** What of a column may leave the machine, from nothing to the cells themselves. */
type Send = "never" | "shape" | "masked" | "values";

export interface Column {
  /** As the header of the file spells it. */
  readonly name: string;
  /** The identifier under which rows and emitted code hold it. */
  readonly property: string;
  readonly kind: ColumnKind;
  readonly meaning: string;
  readonly send: Send;
}

/** What is predicted. Classes are sorted by code unit; a label is an index into them. */
export type Task =
  | { readonly kind: "class"; readonly column: string; readonly classes: readonly [string, ...string[]]; readonly sentence: string }
  | { readonly kind: "number"; readonly column: string; readonly sentence: string };

/** Rows that were read, with what they are known by. Arrays run in parallel and have length n. */
export interface Dataset {
  readonly task: Task;
  /** Inputs only, in config order: what a `Row` holds. */
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Class indices, or the numbers themselves. */
  readonly target: Float64Array;
  /** Physical line in the file on which each row starts, from 1. */
  readonly lines: Int32Array;
  /** Rows with an equal group may never stand on both sides of a split or fold: declared groups, and near-duplicates. */
  readonly groups: Int32Array;
  /** Where each row stands in time under a time split (0 = first), else all 0. */
  readonly order: Int32Array;
}

/** A row that could not be read. */
export interface Reject {
  readonly line: number;
  readonly reason: string;
}

export type StepKind = "normalizer" | "classifier" | "feature";
export type Confidence = "high" | "medium" | "low";

/** What a step answers for one row. */
export type StepValue = string | number | boolean | null | { readonly label: string; readonly confidence: Confidence };

/** The declared answer of a step. `labels` of a classifier exclude "unknown", which it may always say. */
export type StepType =
  | { readonly kind: "text" }
  | { readonly kind: "number"; readonly nullable: boolean }
  | { readonly kind: "boolean"; readonly nullable: boolean }
  | { readonly kind: "union"; readonly members: readonly string[]; readonly nullable: boolean }
  | { readonly kind: "class"; readonly labels: readonly string[] };

/** One case of a candidate's own tests. For a normalizer the input is a cell, else the properties that are set; the others are null. */
export interface TestCase {
  readonly name: string;
  readonly input: Cell | Row;
  readonly expected: StepValue;
}

/** Untrusted: everything in it was written by a language model (or by a person, for `kiln judge`). */
export interface Candidate {
  readonly kind: StepKind;
  /** snake_case or camelCase identifier, unique in its run; the exported function has this name. */
  readonly name: string;
  /** The property that a normalizer rewrites; null for the other kinds. */
  readonly column: string | null;
  readonly rationale: string;
  readonly source: string;
  readonly cases: readonly TestCase[];
  readonly origin: Origin;
}

/** Where a candidate came from. */
export interface Origin {
  /** 1-based round. */
  readonly round: number;
  /** True when it answers the issues of its first form. */
  readonly repaired: boolean;
  /** Hash of the request whose reply holds it. */
  readonly reply: string;
  /** Model id as the endpoint returned it. */
  readonly model: string;
}

/** What is wrong with a candidate: which rule, where, what was found, and what to write instead. */
export interface Issue {
  readonly rule: string;
  /** 1-based line of the candidate's source; 0 when the whole is meant. */
  readonly line: number;
  readonly message: string;
}

/** The gates in order, cheapest first. "lift" is decided by weighing, the others by judging. */
export type Gate = "form" | "subset" | "types" | "regex" | "tests" | "properties" | "mutants" | "lift";

/** A candidate that may run (inside the sandbox): its checked text and the same as plain JavaScript without types. */
export interface Program {
  readonly kind: StepKind;
  readonly name: string;
  readonly column: string | null;
  readonly source: string;
  /** Script text (no import, no export) that declares a function called `name`. */
  readonly js: string;
  readonly returns: StepType;
  /** Properties of the row that the source reads, sorted. */
  readonly reads: readonly string[];
}

/** What judging learned about a candidate that passed. */
export interface Proof {
  readonly cases: number;
  /** Mutants of code (not tables) that the candidate's own tests notice, and how many there were. */
  readonly mutants: { readonly killed: number; readonly total: number };
  /** Rewrite name and the share of sampled real rows whose value flips under it. */
  readonly flips: readonly { readonly rewrite: string; readonly share: number }[];
  readonly microsPerRow: number | null;
}

export type Verdict =
  | { readonly kind: "passed"; readonly candidate: Candidate; readonly program: Program; readonly proof: Proof }
  | { readonly kind: "refused"; readonly candidate: Candidate; readonly gate: Gate; readonly issues: readonly [Issue, ...Issue[]] };

/** What weighing found. Lift is baseline loss minus loss with the candidate: positive is better. */
export interface Evidence {
  /** Mean lift in nats per row (squared units for numbers) when it alone joins the pipeline as it stood. */
  readonly lift: number;
  /** Interval of the corrected resampled t-test: each end holds with the config's confidence. */
  readonly interval: readonly [number, number];
  /** p of "knows nothing that the pipeline does not, and does not lift the forest", before and after Holm's correction for the candidates of its round. */
  readonly p: number;
  readonly adjustedP: number;
  readonly foldsWon: number;
  readonly folds: number;
  /** Share of training rows on which it says something: not null, not "unknown", not false, not 0. */
  readonly fires: number;
}

/** One line of the table of candidates: everything that a later reader may ask about one. */
export interface CandidateRecord {
  readonly candidate: Candidate;
  readonly outcome:
    | { readonly kind: "kept"; readonly program: Program; readonly proof: Proof; readonly evidence: Evidence }
    | { readonly kind: "refused"; readonly gate: Gate; readonly issues: readonly [Issue, ...Issue[]]; readonly evidence: Evidence | null };
}

/** A step of the pipeline that a language model or a person wrote. */
export interface Step {
  readonly candidate: Candidate;
  readonly program: Program;
  readonly proof: Proof;
  readonly evidence: Evidence;
}

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

/** The runner of untrusted programs. One call carries whole columns across the wall. */
export interface Sandbox {
  /**
   * Runs programs over rows, each in a fresh world; unless `times` is "once", a second time in the opposite order (many rows: a
   * sample of them), and answers that differ are an issue.
   * A normalizer gets the cell of its column, the others the row. Result k belongs to program k.
   */
  run(programs: readonly Program[], rows: readonly Row[], times?: "once" | "twice"): Promise<readonly RunResult[]>;
  close(): Promise<void>;
}

export type RunResult =
  | { readonly ok: true; readonly values: readonly StepValue[]; readonly micros: number }
  | { readonly ok: false; readonly issues: readonly [Issue, ...Issue[]] };

/** What a prompt may say of a column. Every string in it has passed the mask of the column's `send`. */
export interface ColumnProfile {
  readonly name: string;
  readonly property: string;
  readonly kind: ColumnKind;
  readonly meaning: string;
  readonly send: Send;
  /** One fact a line: counts, missingness, cardinality, ranges, values or shapes with counts, n-grams by class. */
  readonly facts: readonly string[];
}

export interface Profile {
  readonly rows: number;
  readonly task: Task;
  /** One line a class with its count, or the quantiles of the number. */
  readonly target: readonly string[];
  readonly columns: readonly ColumnProfile[];
}

/** A training row as a prompt may show it, masked; `cells` in column order, columns that may not be shown left out. */
export interface ShownRow {
  readonly cells: readonly { readonly property: string; readonly text: string | null }[];
  readonly target: string;
  /** What the current forest says out of fold, where the row is shown because that is wrong. */
  readonly predicted: string | null;
}

/** What a later round learns of an earlier one. */
export interface History {
  readonly kept: readonly { readonly name: string; readonly kind: StepKind; readonly rationale: string; readonly lift: string }[];
  readonly refused: readonly { readonly name: string; readonly kind: StepKind; readonly rationale: string; readonly reason: string }[];
  /** Largest confusions, one line each ("12 × billing taken for cancel"). */
  readonly confusions: readonly string[];
  readonly wrong: readonly ShownRow[];
}

/** One question to a language model, complete: everything that decides the answer is in it. */
export interface ModelRequest {
  /** Which stage asks, for people: "normalizers", "steps 2", "repair of 2". */
  readonly stage: string;
  readonly model: string;
  readonly messages: readonly { readonly role: "system" | "user"; readonly content: string }[];
  readonly schemaName: string;
  /** JSON Schema of the reply. */
  readonly schema: unknown;
  readonly maxOutputTokens: number;
}

/** A recorded answer, as it lies in `models/<pipeline>/replies/<hash>.json`. Holds no prompt text. */
export interface ModelReply {
  readonly request: string;
  readonly stage: string;
  readonly requestedModel: string;
  /** Model id as the endpoint returned it. */
  readonly model: string;
  readonly text: string;
  readonly finish: string;
  readonly usage: { readonly inputTokens: number; readonly outputTokens: number } | null;
}

/** The only way to a language model. Throws a KilnError when there is no answer for good. */
export interface LanguageModel {
  complete(request: ModelRequest): Promise<ModelReply>;
}

/** Where replies are kept. `put` returns after the reply is safely on disk. */
export interface ReplyStore {
  get(hash: string): ModelReply | null;
  put(reply: ModelReply): Promise<void>;
}

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

export interface SplitFacts {
  readonly kind: "random" | "time" | "group";
  readonly holdoutShare: number;
  readonly trainRows: number;
  readonly holdoutRows: number;
  /** Rows that share a group with a near-duplicate. */
  readonly grouped: number;
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
  readonly candidates: readonly CandidateRecord[];
  /** Names of the kept candidates in pipeline order: normalizers, then the others in order of admission. */
  readonly steps: readonly string[];
  readonly figures: { readonly baseline: Figures; readonly result: Figures; readonly difference: readonly Difference[] };
  readonly importance: readonly { readonly name: string; readonly value: number }[];
  readonly golden: readonly GoldenRow[];
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

/** A file to be written, path relative to its folder with "/" between parts. */
export interface Artifact {
  readonly path: string;
  readonly text: string;
}
