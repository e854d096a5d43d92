import { categoryKey, dateParts, textStatistics } from "./runtime.ts";
import { type Binned, numberBinsOf, spreadOf, valueBinsOf } from "./spread.ts";
import { columnSlices } from "./weigh/slices.ts";
import type { Placed } from "./state.ts";
import type { Bins, Reference, Spread } from "./learned.ts";
import type { Cell, Column, Dataset, Row, StepKind, StepType, StepValue } from "./types.ts";

/** What a reference is made of. */
interface Training {
  /** Rows as they came in. */
  readonly train: Dataset;
  /** Every step with its answers for them, normalizers first. */
  readonly placed: readonly Placed[];
  /** Whether the lexicon knew a word of each row; null without a lexicon. */
  readonly known: readonly boolean[] | null;
  /** Out-of-bag answers, n × outputs; NaN where a row was in every bag. */
  readonly outOfBag: Float64Array;
  readonly outputs: number;
}

/** Counts what the training rows look like, to compare fresh ones with. */
export function referenceOf({ train, placed, known, outOfBag, outputs }: Training): Reference {
  const { rows, target, columns, task } = train;
  const inputs = columns.flatMap((column) =>
    inputParts(column, rows).map(({ name, values, bins }) => ({ name, values, bins: bins(values) })),
  );
  const steps = placed.map(({ program: { kind, name, column, returns }, values }) => {
    const binned = values.map((value, i) => binnedValue(kind, value, column === null ? null : (rows[i]![column] ?? null)));
    return { name, values: binned, bins: stepBins(kind, returns, binned) };
  });
  const lexicon = known === null ? [] : [{ name: "lexicon", values: known.map((one) => (one ? "known" : null)), bins: lexiconBins }];
  const said = saidOf(outOfBag, task.kind === "class" ? task.classes : null);
  const prediction = {
    name: "prediction",
    values: said,
    bins: task.kind === "class" ? { kind: "values" as const, values: task.classes } : numberBinsOf(said),
  };
  const spread = ({ name, values, bins }: Counted): Spread => spreadOf(name, bins, values, target, outputs);
  const all = [...inputs, ...steps, ...lexicon, prediction];
  return {
    rows: rows.length,
    inputs: inputs.map(spread),
    steps: [...steps, ...lexicon].map(spread),
    prediction: spread(prediction),
    slices: columnSlices(train)
      .filter((slice) => slice.rows.length >= fewestSliceRows)
      .map(({ slice, rows: inside }) => ({ slice, counts: all.map((one) => countsOf(one, inside)) })),
  };
}

/** Values with the bins that they are counted in. */
interface Counted {
  readonly name: string;
  readonly values: readonly Binned[];
  readonly bins: Bins;
}

const fewestSliceRows = 100;
const lexiconBins: Bins = { kind: "values", values: ["known"] };

/** Counts of some of the rows. */
function countsOf({ name, bins, values }: Counted, rows: readonly number[]): readonly number[] {
  return spreadOf(
    name,
    bins,
    rows.map((i) => values[i]!),
    null,
    1,
  ).counts;
}

/** One thing about an input column that can drift. */
interface InputPart {
  readonly name: string;
  readonly values: readonly Binned[];
  readonly bins: (values: readonly Binned[]) => Bins;
}

/** What of a column is compared: numbers and categories themselves, sizes of texts, weekday and hour of dates (months drift always). */
export function inputParts({ kind, property }: Pick<Column, "kind" | "property">, rows: readonly Row[]): readonly InputPart[] {
  const cells = rows.map((row) => row[property] ?? null);
  const measured = (names: readonly string[], write: (cell: string | null, out: Float64Array) => void): InputPart[] => {
    const out = new Float64Array(3);
    const parts = cells.map((cell) => {
      write(textOf(cell), out);
      return [...out].map((value) => (Number.isNaN(value) ? null : value));
    });
    return names.flatMap((name, k) =>
      name === ""
        ? []
        : [
            numberPart(
              `${property}.${name}`,
              parts.map((part) => part[k] ?? null),
            ),
          ],
    );
  };
  switch (kind) {
    case "number":
      return [numberPart(property, cells)];
    case "category":
      return [{ name: property, values: cells.map((cell) => (cell === null ? null : categoryKey(textOf(cell)))), bins: valueBinsOf }];
    case "text":
      return measured(["characters", "words"], (cell, out) => textStatistics(cell, out, 0));
    case "date":
      return measured(["", "weekday", "hour"], (cell, out) => dateParts(cell, out, 0));
    case "id":
      return [];
  }
}

function numberPart(name: string, values: readonly Binned[]): InputPart {
  return { name, values, bins: numberBinsOf };
}

/** A step's answer as bins see it: a label, "true", a number; of a normalizer whether the cell came out as it was. Null: it says nothing. */
export function binnedValue(kind: StepKind, value: StepValue, cell: Cell): Binned {
  if (value === null) return null;
  if (kind === "normalizer") return value === cell ? "as it was" : "rewritten";
  if (typeof value === "object") return value.label === "unknown" ? null : value.label;
  return typeof value === "number" ? value : String(value);
}

function stepBins(kind: StepKind, returns: StepType, values: readonly Binned[]): Bins {
  if (kind === "normalizer") return { kind: "values", values: ["as it was", "rewritten"] };
  if (returns.kind === "class") return { kind: "values", values: returns.labels };
  if (returns.kind === "union") return { kind: "values", values: returns.members };
  if (returns.kind === "boolean") return { kind: "values", values: ["false", "true"] };
  return numberBinsOf(values);
}

/** What an answer says: the most probable class, or the number; null where there is no answer. */
function saidOf(answers: Float64Array, classes: readonly string[] | null): Binned[] {
  const outputs = classes?.length ?? 1;
  return Array.from({ length: answers.length / outputs }, (_, i) => {
    const row = answers.subarray(i * outputs, (i + 1) * outputs);
    if (Number.isNaN(row[0])) return null;
    return classes === null ? row[0]! : (classes[row.indexOf(Math.max(...row))] ?? null);
  });
}

function textOf(cell: Cell): string | null {
  return cell === null ? null : String(cell);
}
