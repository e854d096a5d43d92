import { indexLexicon, lexiconScores } from "../runtime.ts";
import type { Encoder, Lexicon, Matrix } from "../learning.ts";
import type { Column, Dataset, Row } from "../types.ts";
import { type Documents, documentsOf } from "./documents.ts";
import { columnNames, encode, encoderNames } from "./encode.ts";
import { fitCategory, fitEncoder, keysOf, textOf } from "./encoders.ts";
import { fitLexicon, scoreDocument, scoredOutputs, toLexicon } from "./lexicon.ts";
import { type Outputs, outputsOf } from "./outputs.ts";

/** The plain baseline's inputs of the forest, fitted. */
export interface Inputs {
  readonly encoders: readonly Encoder[];
  /** Null where there is no text column, or no n-gram that two rows share. */
  readonly lexicon: Lexicon | null;
}

/** Fits encoders and lexicon on all rows. */
export function fitInputs(train: Dataset): Inputs {
  const outputs = outputsOf(train);
  const documents = documentsOf(train.rows, textsOf(train.columns), train.withheld);
  const model = fitLexicon(documents, outputs, () => true);
  return {
    encoders: train.columns.map((column) => fitEncoder(column, train, outputs)),
    lexicon: model === null ? null : toLexicon(model, documents, outputs),
  };
}

/** The forest's columns for some rows, as production computes them. */
export function applyInputs({ encoders, lexicon }: Inputs, rows: readonly Row[]): Matrix {
  return {
    names: [...encoders.flatMap(encoderNames), ...(lexicon?.outputs ?? []).map(scoreName)],
    columns: [...encoders.flatMap((encoder) => encode(encoder, rows)), ...(lexicon === null ? [] : scores(lexicon, rows))],
    n: rows.length,
  };
}

/** A baseline matrix and the rows that it was made of. */
interface Made {
  readonly rows: readonly Row[];
  readonly matrix: Matrix;
}

/**
 * The forest's columns for the rows that it learns from, every column that depends on the target out of fold:
 * row i is answered by a fit that saw no row of fold `folds[i]`. Names and order are those of `applyInputs`.
 *
 * @param made A matrix of the same rows, target and folds, in which some cells differ: what depends on none of them is taken over.
 */
export function baselineMatrix(train: Dataset, folds: Int32Array, made: Made | null = null): Matrix {
  const outputs = outputsOf(train);
  const texts = textsOf(train.columns);
  const blocks = [
    ...train.columns.map(
      (column) =>
        takenOver(made, train.rows, [column.property], columnNames(column, outputs)) ?? encodedOutOfFold(column, train, outputs, folds),
    ),
    takenOver(made, train.rows, texts, scoredOutputs(outputs).map(scoreName)) ??
      scoredOutOfFold(documentsOf(train.rows, texts, train.withheld), outputs, folds),
  ];
  return { names: blocks.flatMap(({ names }) => names), columns: blocks.flatMap(({ columns }) => columns), n: train.rows.length };
}

interface NamedColumns {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
}

/** Columns of an earlier matrix, unless they are not there or a cell that they depend on has changed. */
function takenOver(made: Made | null, rows: readonly Row[], properties: readonly string[], names: readonly string[]): NamedColumns | null {
  if (made === null || properties.some((property) => rows.some((row, i) => row[property] !== made.rows[i]?.[property]))) return null;
  const columns = names.map((name) => made.matrix.columns[made.matrix.names.indexOf(name)]);
  return columns.every((column) => column !== undefined) ? { names, columns } : null;
}

function encodedOutOfFold(column: Column, train: Dataset, outputs: Outputs, folds: Int32Array): NamedColumns {
  const { rows, withheld } = train;
  const names = columnNames(column, outputs);
  if (column.kind !== "category") return { names, columns: encode(fitEncoder(column, train, outputs), rows) };
  const keys = keysOf(rows, column, withheld);
  const columns = names.map(() => new Float64Array(rows.length));
  for (const fold of foldsOf(folds)) {
    const inside = [...rows.keys()].filter((i) => folds[i] === fold);
    const encoder = fitCategory(column.property, keys, outputs, (i) => folds[i] !== fold);
    const held = inside.map((i) => rows[i]!);
    encode(encoder, held).forEach((value, k) => inside.forEach((i, at) => (columns[k]![i] = value[at]!)));
  }
  return { names, columns };
}

function scoredOutOfFold(documents: Documents, outputs: Outputs, folds: Int32Array): NamedColumns {
  if (documents.ngrams.length === 0) return { names: [], columns: [] };
  const shown = scoredOutputs(outputs);
  const columns = shown.map(() => new Float64Array(folds.length).fill(Number.NaN));
  const out = new Float64Array(columns.length);
  for (const fold of foldsOf(folds)) {
    const model = fitLexicon(documents, outputs, (i) => folds[i] !== fold);
    if (model === null) continue;
    folds.forEach((at, i) => {
      if (at !== fold) return;
      scoreDocument(model, documents, i, out);
      columns.forEach((column, k) => (column[i] = out[k]!));
    });
  }
  return { names: shown.map(scoreName), columns };
}

function scores(lexicon: Lexicon, rows: readonly Row[]): Float64Array[] {
  const index = indexLexicon(lexicon);
  const columns = lexicon.outputs.map(() => new Float64Array(rows.length));
  const out = new Float64Array(columns.length);
  rows.forEach((row, i) => {
    lexiconScores(
      index,
      lexicon.properties.map((property) => textOf(row, property)),
      out,
      0,
    );
    columns.forEach((column, k) => (column[i] = out[k]!));
  });
  return columns;
}

function scoreName(output: string): string {
  return `lexicon=${output}`;
}

function textsOf(columns: readonly Column[]): string[] {
  return columns.filter(({ kind }) => kind === "text").map(({ property }) => property);
}

function foldsOf(folds: Int32Array): number[] {
  return [...new Set(folds)].toSorted((a, b) => a - b);
}
