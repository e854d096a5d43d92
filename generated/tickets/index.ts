/**
 * Route a message to the support desk of Northbeam, an invoicing app for small businesses, to
 * the team that should answer it first.
 *
 * Predicts `team`, one of 6 labels, from one row. The same row gets the same answer in every
 * engine; nothing outside this folder is needed.
 */

import type { Row } from "./input.ts";
import { calibrate } from "./calibrate.ts";
import { curves } from "./calibration.ts";
import { numberOrMissing, writeConfidence, writeMember } from "./columns.ts";
import { categories } from "./encoders.ts";
import { explainForest } from "./explain.ts";
import { columns, forest } from "./forest.ts";
import { lexicon } from "./lexicon.ts";
import { categoryNote, contributionsOf, traceEntry, type Contribution, type TraceEntry } from "./look.ts";
import { ridge } from "./ridge.ts";
import { indexLexicon, lexiconScoresOf } from "./lexicon-scores.ts";
import { categoryShares, dateParts, indexCategory, indexRidge, numberOf, ridgeScores, textStatisticsOf, wordsOf } from "./runtime.ts";
import { sources } from "./sources.ts";
import { team_by_signs } from "./steps/team-by-signs.ts";
import { stranger_minus_self_lockout } from "./steps/stranger-minus-self-lockout.ts";
import { leaving_stance } from "./steps/leaving-stance.ts";
import { output_mismatch_score } from "./steps/output-mismatch-score.ts";
import { entry_obstacle } from "./steps/entry-obstacle.ts";
import { thwarted_verb } from "./steps/thwarted-verb.ts";
import { team_by_situation } from "./steps/team-by-situation.ts";
import { setup_plan_minus_stuck_state } from "./steps/setup-plan-minus-stuck-state.ts";
import { harm_minus_glitch } from "./steps/harm-minus-glitch.ts";
import { exit_minus_usage_question } from "./steps/exit-minus-usage-question.ts";
import { event_minus_intent_words } from "./steps/event-minus-intent-words.ts";
import { decodeForest, forestOutput } from "./walk.ts";

export { columns } from "./forest.ts";
export { emptyRow, parseRow, schema, type Row, type RowInput } from "./input.ts";
export type { Contribution, Note, TraceEntry } from "./look.ts";

/** What can be answered, in the order of the forest's shares. */
export const labels = ["access", "billing", "bug", "cancel", "howto", "security"] as const;

export type Label = (typeof labels)[number];

export interface Prediction {
  readonly label: Label;
  /** What the share of the forest that says so was worth in training. */
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

const known = {
  channel: indexCategory(categories.channel),
  plan: indexCategory(categories.plan),
  country: indexCategory(categories.country),
  language: indexCategory(categories.language),
  device: indexCategory(categories.device),
};
const words = indexLexicon(lexicon);
const sums = indexRidge(ridge);
const trees = decodeForest(forest);

/** The forest's input and output, written anew for every row. */
const x = new Float64Array(86);
const y = new Float64Array(6);
/** What the forest says, before it is calibrated. */
const shares = new Float64Array(6);

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
  return { access: y[0]!, billing: y[1]!, bug: y[2]!, cancel: y[3]!, howto: y[4]!, security: y[5]! };
}

/** Runs every step, each once, and asks the forest: fills `x` and `y`. */
function answer(row: Row): void {
  fill(row);
  forestOutput(trees, x, shares);
  calibrate(curves, shares, y);
}

/** Fills `x` in the order of `columns`. */
function fill(row: Row): void {
  const said = { order_ref: wordsOf(row.order_ref), amount: wordsOf(row.amount), subject: wordsOf(row.subject), body: wordsOf(row.body) };
  dateParts(row.created_at, x, 0);
  categoryShares(known.channel, row.channel, x, 3);
  categoryShares(known.plan, row.plan, x, 9);
  categoryShares(known.country, row.country, x, 15);
  categoryShares(known.language, row.language, x, 21);
  categoryShares(known.device, row.device, x, 27);
  x[33] = numberOf(row.tenure_days);
  x[34] = numberOf(row.attachments);
  textStatisticsOf(row.order_ref, said.order_ref, x, 35);
  textStatisticsOf(row.amount, said.amount, x, 37);
  textStatisticsOf(row.subject, said.subject, x, 39);
  textStatisticsOf(row.body, said.body, x, 41);
  lexiconScoresOf(words, [said.order_ref, said.amount, said.subject, said.body], x, 43);
  writeConfidence(team_by_signs(row), ["access", "billing", "bug", "cancel", "howto", "security"], x, 49);
  x[55] = numberOrMissing(stranger_minus_self_lockout(row));
  writeConfidence(leaving_stance(row), ["after_leaving", "erase", "leave"], x, 56);
  x[59] = numberOrMissing(output_mismatch_score(row));
  writeConfidence(entry_obstacle(row), ["code", "mail", "password", "rights", "sso"], x, 60);
  writeMember(thwarted_verb(row), ["enter", "find", "leave", "pay", "use"], x, 65);
  writeConfidence(team_by_situation(row), ["access", "billing", "bug", "cancel", "howto", "security"], x, 70);
  x[76] = setup_plan_minus_stuck_state(row);
  x[77] = harm_minus_glitch(row);
  x[78] = exit_minus_usage_question(row);
  x[79] = event_minus_intent_words(row);
  ridgeScores(sums, x);
}

/** What the forest sees of a row. */
export function features(row: Row): Features {
  fill(row);
  return named(0, columns.length) as Features;
}

/** What every step says of a row, in order, with its place in the source and what is unusual about it. */
export function trace(row: Row): readonly TraceEntry[] {
  fill(row);
  forestOutput(trees, x, shares);
  calibrate(curves, shares, y);
  return [
    traceEntry(sources[0]!, named(0, 3)),
    traceEntry(sources[1]!, named(3, 9), categoryNote(known.channel, row.channel)),
    traceEntry(sources[2]!, named(9, 15), categoryNote(known.plan, row.plan)),
    traceEntry(sources[3]!, named(15, 21), categoryNote(known.country, row.country)),
    traceEntry(sources[4]!, named(21, 27), categoryNote(known.language, row.language)),
    traceEntry(sources[5]!, named(27, 33), categoryNote(known.device, row.device)),
    traceEntry(sources[6]!, named(33, 34)),
    traceEntry(sources[7]!, named(34, 35)),
    traceEntry(sources[8]!, named(35, 37)),
    traceEntry(sources[9]!, named(37, 39)),
    traceEntry(sources[10]!, named(39, 41)),
    traceEntry(sources[11]!, named(41, 43)),
    traceEntry(sources[12]!, named(43, 49)),
    traceEntry(sources[13]!, team_by_signs(row)),
    traceEntry(sources[14]!, stranger_minus_self_lockout(row)),
    traceEntry(sources[15]!, leaving_stance(row)),
    traceEntry(sources[16]!, output_mismatch_score(row)),
    traceEntry(sources[17]!, entry_obstacle(row)),
    traceEntry(sources[18]!, thwarted_verb(row)),
    traceEntry(sources[19]!, team_by_situation(row)),
    traceEntry(sources[20]!, setup_plan_minus_stuck_state(row)),
    traceEntry(sources[21]!, harm_minus_glitch(row)),
    traceEntry(sources[22]!, exit_minus_usage_question(row)),
    traceEntry(sources[23]!, event_minus_intent_words(row)),
    traceEntry(sources[24]!, named(80, 86)),
    traceEntry(sources[25]!, [...shares]),
    traceEntry(sources[26]!, [...y]),
  ];
}

/** How the forest comes to its probability of a label (of the most probable one, if none is named), step by step. */
export function explain(row: Row, label: Label = predict(row).label): Explanation {
  const entries = trace(row);
  const k = labels.indexOf(label);
  const probability = y[k]!;
  const explained = explainForest(forest, x, k, shares[k]!, probability);
  return { label, probability, baseline: explained.baseline, contributions: contributionsOf(sources, entries, explained) };
}

/** Some columns of `x` under their names; missing is null. */
function named(from: number, to: number): Readonly<Record<string, number | null>> {
  const entries = columns.slice(from, to).map((name, k) => [name, x[from + k]!] as const);
  return Object.fromEntries(entries.map(([name, value]) => [name, Number.isNaN(value) ? null : value]));
}

/** What this folder is, for logs and pages about it. */
export const meta = {
  pipeline: "tickets",
  target: "team",
  data: { rows: 898, sha256: "44dc672e5a4397191005bebb181304dd0bcb72133d250f5550d229e61bf009a6" },
  steps: [
    { name: "team_by_signs", kind: "classifier", file: "steps/team-by-signs.ts" },
    { name: "stranger_minus_self_lockout", kind: "feature", file: "steps/stranger-minus-self-lockout.ts" },
    { name: "leaving_stance", kind: "classifier", file: "steps/leaving-stance.ts" },
    { name: "output_mismatch_score", kind: "feature", file: "steps/output-mismatch-score.ts" },
    { name: "entry_obstacle", kind: "classifier", file: "steps/entry-obstacle.ts" },
    { name: "thwarted_verb", kind: "feature", file: "steps/thwarted-verb.ts" },
    { name: "team_by_situation", kind: "classifier", file: "steps/team-by-situation.ts" },
    { name: "setup_plan_minus_stuck_state", kind: "feature", file: "steps/setup-plan-minus-stuck-state.ts" },
    { name: "harm_minus_glitch", kind: "feature", file: "steps/harm-minus-glitch.ts" },
    { name: "exit_minus_usage_question", kind: "feature", file: "steps/exit-minus-usage-question.ts" },
    { name: "event_minus_intent_words", kind: "feature", file: "steps/event-minus-intent-words.ts" },
  ],
} as const;
