import type { Lexicon } from "../learning.ts";
import type { Documents } from "./documents.ts";
import { ridgeObjective, softmaxObjective, type Sparse } from "./linear.ts";
import { minimize, type Stop } from "./minimize.ts";
import type { Outputs } from "./outputs.ts";
import { commonest, restricted, vectorsOf, type Vocabulary } from "./vocabulary.ts";

/** Inverse strength of the penalty for classes (scikit-learn's C) and for a number (its 1 / alpha), by out-of-fold loss on five tables each. */
const CLASS_C = 30;
const NUMBER_C = 1;

/** Fewest rows that an n-gram occurs in. */
const LEAST_ROWS = 2;

/** Most n-grams of a first fit: the commonest. Choosing these by the target would fit noise. */
const MOST_TRIED = 8000;

/** Most n-grams of a lexicon: those that the first fit leans on most. Twice as many cost twice the lines and gain nothing, by out-of-sample loss on five tables. */
const MOST_KEPT = 2000;

const FIRST: Stop = { iterations: 15, gradient: 1e-3 };
const FINAL: Stop = { iterations: 40, gradient: 1e-4 };

/** A linear model over the n-grams of some documents. */
interface LinearModel extends Vocabulary {
  /** Row-major, n-grams × outputs. */
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

/**
 * Fits the lexicon on the documents that are chosen; those without a known n-gram say nothing and are left out.
 * TF-IDF with √count, of length 1, then softmax regression (ridge regression of the standardised number for a number target).
 * Its numbers are rounded after the fit, so that what is emitted is exactly what is used. Null where there is no n-gram.
 */
export function fitLexicon(documents: Documents, outputs: Outputs, chosen: (row: number) => boolean): LinearModel | null {
  const rows = Int32Array.from(outputs.target.keys()).filter(chosen);
  const { vocabulary, start } = usefulOf(documents, outputs, rows);
  const solved = solve(documents, vocabulary, outputs, rows, start, FINAL);
  if (solved === null) return null;
  const rounded = (hasContrast(outputs) ? contrast(solved) : solved).map((value) => Math.round(value * 100) / 100);
  const split = vocabulary.ngrams.length * scoredOutputs(outputs).length;
  return { ...vocabulary, weights: rounded.subarray(0, split), bias: rounded.subarray(split) };
}

/** The n-grams that tell most of the target in a fit with many, and what that fit, on the same rows, says of them. */
function usefulOf(
  documents: Documents,
  outputs: Outputs,
  rows: Int32Array,
): { readonly vocabulary: Vocabulary; readonly start: Float64Array } {
  const tried = commonest(documents, rows, LEAST_ROWS, MOST_TRIED);
  const k = outputs.names.length;
  const nothing = new Float64Array((tried.ngrams.length + 1) * k);
  const solved = tried.ngrams.length > MOST_KEPT ? solve(documents, tried, outputs, rows, nothing, FIRST) : null;
  if (solved === null) return { vocabulary: tried, start: nothing };
  const worth = tried.idf.map((idf, at) => idf * reach(solved.subarray(at * k, (at + 1) * k)));
  const vocabulary = restricted(tried, documents, worth, MOST_KEPT);
  const start = new Float64Array((vocabulary.ngrams.length + 1) * k);
  vocabulary.ngrams.forEach((id, at) => start.set(solved.subarray(tried.place[id]! * k, (tried.place[id]! + 1) * k), at * k));
  start.set(solved.subarray(-k), start.length - k);
  return { vocabulary, start };
}

/** How far apart an n-gram moves the outputs. */
function reach(weights: Float64Array): number {
  if (weights.length === 1) return Math.abs(weights[0]!);
  let low = weights[0]!;
  let high = low;
  for (const weight of weights) {
    if (weight < low) low = weight;
    if (weight > high) high = weight;
  }
  return high - low;
}

/** Weights and then biases, row-major, n-grams × outputs; null where no row holds a known n-gram. */
function solve(
  documents: Documents,
  vocabulary: Vocabulary,
  outputs: Outputs,
  rows: Int32Array,
  start: Float64Array,
  stop: Stop,
): Float64Array | null {
  const { x, kept } = vectorsOf(documents, vocabulary, rows);
  if (kept.length === 0) return null;
  const target = Float64Array.from(kept, (row) => outputs.target[row]!);
  return minimize(objectiveOf(x, target, outputs), start, stop);
}

function objectiveOf(x: Sparse, target: Float64Array, { kind, names }: Outputs): ReturnType<typeof softmaxObjective> {
  return kind === "class" ? softmaxObjective(x, target, names.length, CLASS_C) : ridgeObjective(x, standardized(target), NUMBER_C);
}

function hasContrast({ kind, names }: Outputs): boolean {
  return kind === "class" && names.length === 2;
}

/** Of two classes only the difference matters: the log odds of the second. */
function contrast(solved: Float64Array): Float64Array {
  return Float64Array.from({ length: solved.length / 2 }, (_, i) => solved[2 * i + 1]! - solved[2 * i]!);
}

/** Outputs that get a score: of two classes only the second. */
export function scoredOutputs(outputs: Outputs): readonly string[] {
  return hasContrast(outputs) ? outputs.names.slice(1) : outputs.names;
}

function standardized(target: Float64Array): Float64Array {
  const mean = target.reduce((sum, y) => sum + y, 0) / target.length;
  const variance = target.reduce((sum, y) => sum + (y - mean) * (y - mean), 0) / target.length;
  const deviation = variance > 0 ? Math.sqrt(variance) : 1;
  return target.map((y) => (y - mean) / deviation);
}

/** Writes the scores of one document as `lexiconScores` would for its texts, bit for bit; all NaN where no n-gram is known. */
export function scoreDocument(model: LinearModel, documents: Documents, row: number, out: Float64Array): void {
  const k = out.length;
  out.fill(0);
  let squares = 0;
  for (let p = documents.starts[row]!; p < documents.starts[row + 1]!; p++) {
    const at = model.place[documents.ids[p]!]!;
    if (at < 0) continue;
    const value = Math.sqrt(documents.counts[p]!) * model.idf[at]!;
    squares += value * value;
    for (let j = 0; j < k; j++) out[j]! += value * model.weights[at * k + j]!;
  }
  const norm = Math.sqrt(squares);
  for (let j = 0; j < k; j++) out[j] = squares === 0 ? Number.NaN : model.bias[j]! + out[j]! / norm;
}

/** The lexicon as it is stored and emitted. */
export function toLexicon({ ngrams, idf, weights, bias }: LinearModel, documents: Documents, outputs: Outputs): Lexicon {
  const k = bias.length;
  return {
    properties: documents.properties,
    outputs: scoredOutputs(outputs),
    bias: [...bias],
    entries: Array.from(ngrams, (id, at) => [documents.ngrams[id]!, idf[at]!, [...weights.subarray(at * k, (at + 1) * k)]]),
  };
}
