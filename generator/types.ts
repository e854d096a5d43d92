/** What passes between the stages. Data only: readonly, JSON-like unless a typed array is named. */

/** One cell as steps see it: text kinds are strings, numbers are finite, missing is null. */
export type Cell = string | number | null;

/** One row of inputs, keyed by `Column.property`. Never holds the target, an id, or a column that is not known at prediction time. */
export type Row = Readonly<Record<string, Cell>>;

export type ColumnKind = "text" | "category" | "number" | "date" | "id";

/** What of a column may leave the machine, from nothing to the cells themselves. */
export type Send = "never" | "shape" | "masked" | "values" | "raw";

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
  /** Key of the masks that stand for personal data, in hex: whoever holds the rows makes the same masks, and nobody else. */
  readonly maskKey: string;
  /** N-grams, and categories as `property=key`, that are personal data: nothing that is emitted names them. */
  readonly withheld: ReadonlySet<string>;
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

/** The gates in order, cheapest first. "lift" is decided by weighing, "review" by a person, the others by judging. */
export type Gate = "form" | "subset" | "types" | "regex" | "tests" | "properties" | "mutants" | "lift" | "review";

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

/** A small change to the text of a step: the line as it stands, and as it would read. */
export interface Change {
  /** 1-based line of the source; 0 where the script is printed differently. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** One masked cell of a real row, and the same under a harmless rewrite, with what the step answers for each. Cells are cut to where they differ. */
export interface Flip {
  readonly rewrite: string;
  readonly property: string;
  readonly before: string;
  readonly after: string;
  readonly was: StepValue;
  readonly is: StepValue;
}

/** What judging learned about a candidate that passed. */
export interface Proof {
  readonly cases: number;
  /** Mutants of code (not tables) that the candidate's own tests notice, and how many there were. */
  readonly mutants: { readonly killed: number; readonly total: number };
  /** Masked real rows on which the function answers otherwise than mutants that its own tests do not notice; `killed` counts all that are noticed then. */
  readonly dataTests: { readonly cases: readonly TestCase[]; readonly killed: number };
  /** Some of the mutants of code that nothing above notices. */
  readonly survivors: readonly Change[];
  /** Rewrite name and the share of sampled real rows whose value flips under it. */
  readonly flips: readonly { readonly rewrite: string; readonly share: number }[];
  /** Examples of the rewrites that flip most. */
  readonly flipExamples: readonly Flip[];
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
  /** p of "no candidate of its round knows anything": small, it lets those pass whose own p is merely small. */
  readonly jointP: number;
  readonly foldsWon: number;
  readonly folds: number;
  /** Share of training rows on which it says something: not null, not "unknown", not false, not 0. */
  readonly fires: number;
  /** Share of training rows on which it abstains: null or "unknown". */
  readonly abstains: number;
  /** The classes, and other parts of the training rows: missing cells, common categories, short and long texts, thirds of time. */
  readonly parts: readonly PartEffect[];
  /** Of the pipeline's other steps the one that tells most of what it tells; `association` is 0 (nothing) to 1 (all). */
  readonly nearest: { readonly step: string; readonly association: number } | null;
}

/** What a step does to a part of the training rows, such as "plan is missing". */
export interface PartEffect {
  readonly part: string;
  readonly rows: number;
  /** Share of the part on which it says something. */
  readonly fires: number;
  /** As of the whole; the intervals of all parts hold together with the config's confidence. */
  readonly lift: number;
  readonly interval: readonly [number, number];
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

/** The runner of untrusted programs. One call carries whole columns across the wall. */
export interface Sandbox {
  /**
   * Runs programs over rows, each in a fresh world; unless `times` is "once", a second time in the opposite order (many rows: a
   * sample of them), and answers that differ are an issue.
   * A normalizer gets the cell of its column, the others the row. Result k belongs to program k.
   * "variants" are small changes of one checked program: they run once, one after the other in one world, which is much cheaper.
   */
  run(programs: readonly Program[], rows: readonly Row[], times?: "once" | "twice" | "variants"): Promise<readonly RunResult[]>;
  close(): Promise<void>;
}

export type RunResult =
  | {
      readonly ok: true;
      readonly values: readonly StepValue[];
      /** Mean microseconds a row of the first run, starting cold. A clock's answer: it decides nothing and enters no file. */
      readonly micros: number;
    }
  | { readonly ok: false; readonly issues: readonly [Issue, ...Issue[]] };
