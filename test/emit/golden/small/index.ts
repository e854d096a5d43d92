/**
 * Which team answers a message.
 *
 * Predicts `team`, one of 2 labels, from one row. The same row gets the same answer in every
 * engine; nothing outside this folder is needed.
 */

import type { Row } from "./input.ts";
import { numberOrMissing } from "./columns.ts";
import { explainForest } from "./explain.ts";
import { columns, forest } from "./forest.ts";
import { contributionsOf, traceEntry, type Contribution, type TraceEntry } from "./look.ts";
import { numberOf } from "./runtime.ts";
import { sources } from "./sources.ts";
import { predict as predict_step } from "./steps/predict.ts";
import { expect } from "./steps/expect.ts";
import { decodeForest, forestOutput } from "./walk.ts";

export { columns } from "./forest.ts";
export { emptyRow, parseRow, schema, type Row, type RowInput } from "./input.ts";
export type { Contribution, Note, TraceEntry } from "./look.ts";

/** What can be answered, in the order of the forest's shares. */
export const labels = ["billing", "cancel"] as const;

export type Label = (typeof labels)[number];

export interface Prediction {
  readonly label: Label;
  /** Share of the forest that says so. */
  readonly probability: number;
}

/** What the forest sees of a row, by column; null is missing. */
export type Features = Readonly<Record<(typeof columns)[number], number | null>>;

/** What may be asked for beside an answer. */
export interface Watch {
  /** Hears of every step in order: for a logger, or for spans of OpenTelemetry. */
  readonly onStep?: (entry: TraceEntry) => void;
}

/** Why the forest gives a label its probability: `baseline` and all contributions, in their order, sum to it, bit for bit. */
export interface Explanation {
  readonly label: Label;
  readonly probability: number;
  readonly baseline: number;
  /** Largest first. */
  readonly contributions: readonly Contribution[];
}

const trees = decodeForest(forest);

/** The forest's input and output, written anew for every row. */
const x = new Float64Array(3);
const y = new Float64Array(2);

/** The most probable label and its probability; of equals the first. */
export function predict(row: Row, { onStep }: Watch = {}): Prediction {
  if (onStep === undefined) answer(row);
  else for (const entry of trace(row)) onStep(entry);
  let best = 0;
  for (let k = 1; k < y.length; k++) if (y[k]! > y[best]!) best = k;
  return { label: labels[best]!, probability: y[best]! };
}

/** The probability of every label. */
export function predictProba(row: Row): Readonly<Record<Label, number>> {
  answer(row);
  return { billing: y[0]!, cancel: y[1]! };
}

/** Runs every step, each once, and asks the forest: fills `x` and `y`. */
function answer(row: Row): void {
  fill(row);
  forestOutput(trees, x, y);
}

/** Fills `x` in the order of `columns`. */
function fill(row: Row): void {
  x[0] = numberOf(row.tenure);
  x[1] = numberOrMissing(predict_step(row));
  x[2] = Number(expect(row));
}

/** What the forest sees of a row. */
export function features(row: Row): Features {
  fill(row);
  return named(0, columns.length) as Features;
}

/** What every step says of a row, in order, with its place in the source and what is unusual about it. */
export function trace(row: Row): readonly TraceEntry[] {
  fill(row);
  forestOutput(trees, x, y);
  return [
    traceEntry(sources[0]!, named(0, 1)),
    traceEntry(sources[1]!, predict_step(row)),
    traceEntry(sources[2]!, expect(row)),
    traceEntry(sources[3]!, [...y]),
  ];
}

/** How the forest comes to its probability of a label (of the most probable one, if none is named), step by step. */
export function explain(row: Row, label: Label = predict(row).label): Explanation {
  const entries = trace(row);
  const k = labels.indexOf(label);
  const probability = y[k]!;
  const explained = explainForest(forest, x, k, probability);
  return {
    label,
    probability,
    baseline: explained.baseline,
    contributions: contributionsOf(sources, entries, explained),
  };
}

/** Some columns of `x` under their names; missing is null. */
function named(from: number, to: number): Readonly<Record<string, number | null>> {
  const entries = columns.slice(from, to).map((name, k) => [name, x[from + k]!] as const);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Number.isNaN(value) ? null : value]),
  );
}

/** What this folder is, for logs and pages about it. */
export const meta = {
  pipeline: "plain",
  target: "team",
  data: { rows: 300, sha256: "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd" },
  steps: [
    { name: "predict", kind: "feature", file: "steps/predict.ts" },
    { name: "expect", kind: "feature", file: "steps/expect.ts" },
  ],
} as const;
