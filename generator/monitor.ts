import type { Config } from "./config.ts";
import { KilnError } from "./errors.ts";
import type { Reference, Spread } from "./learned.ts";
import { loadFreshRows } from "./load-rows.ts";
import type { TraceEntry } from "./look.ts";
import { readModels } from "./output/models.ts";
import { readFolder } from "./output/read-folder.ts";
import type { Place } from "./place.ts";
import { binnedValue, inputParts } from "./reference.ts";
import { runSide, saidAt, type Side } from "./sides.ts";
import { columnSlices } from "./weigh/slices.ts";
import { type Binned, spreadOf } from "./spread.ts";
import { compareSpreads, decayOf, type Drift } from "./drift.ts";
import type { Figures } from "./learned.ts";
import type { Dataset, Sandbox, StepKind, StepValue } from "./types.ts";
import { compare } from "./weigh/figures.ts";

/** What fresh rows look like beside those of learning. */
export interface Monitoring {
  readonly pipeline: string;
  readonly rows: number;
  /** Rows that could not be read, or on which the code throws. */
  readonly unreadable: number;
  readonly failed: number;
  /** Inputs, steps and the prediction, the largest effect first. */
  readonly drifts: readonly Drift[];
  /** The largest drift inside each slice that is large enough, where it is an alarm. */
  readonly slices: readonly (Drift & { readonly slice: string })[];
  /** Where the rows have a truth: figures with intervals beside those of the sealed rows, and steps whose meaning has changed. */
  readonly performance: {
    readonly rows: number;
    readonly before: Figures;
    readonly now: Figures;
    readonly decayed: readonly Drift[];
  } | null;
}

/**
 * Compares fresh rows with what the training rows looked like.
 *
 * @throws {KilnError} "check" when nothing was learned or emitted, "data" when the rows cannot be read.
 */
export async function monitor(config: Config, place: Place, sandbox: Sandbox): Promise<Monitoring> {
  const { learned, reference } = await readModels(config.models);
  const files = await readFolder(config.generated);
  if (!files.has("index.ts")) throw new KilnError("check", `${config.generated}: found no index.ts; run \`kiln generate\` first`);
  const { dataset, labelled, rejects } = await loadFreshRows(config, place);
  const side = await runSide(files, dataset.rows, dataset.task, sandbox);
  const report = compareWithReference(reference, dataset, side);
  return {
    pipeline: config.name,
    rows: dataset.rows.length,
    unreadable: rejects,
    ...report,
    performance: labelled ? performanceOf(learned.figures.result, report.fresh, reference, dataset, side, config.seed) : null,
  };
}

/** The spreads of fresh rows in the bins of the reference, and how far they are apart. */
export function compareWithReference(
  reference: Reference,
  dataset: Dataset,
  side: Side,
): Pick<Monitoring, "failed" | "drifts" | "slices"> & { readonly fresh: readonly Spread[] } {
  const values = valuesOf(dataset, side);
  const known = [...reference.inputs, ...reference.steps, reference.prediction].filter(({ name }) => values.has(name));
  const outputs = dataset.task.kind === "class" ? dataset.task.classes.length : 1;
  const labelled = dataset.target.every((value) => !Number.isNaN(value)) ? dataset.target : null;
  const fresh = known.map(({ name, bins }) => spreadOf(name, bins, values.get(name)!, labelled, outputs));
  const kinds = new Map<string, Drift["kind"]>([
    ...reference.inputs.map(({ name }) => [name, "input"] as const),
    ...reference.steps.map(({ name }) => [name, "step"] as const),
    ["prediction", "prediction"],
  ]);
  const drifts = compareSpreads(known, fresh, kinds);
  return {
    failed: side.traces.filter((trace) => trace === null).length,
    drifts,
    slices: sliceDrifts(reference, dataset, values, kinds, drifts),
    fresh,
  };
}

/** Alarms inside slices, beside the same slice of learning, of what is no alarm in the whole: the largest of each slice. */
function sliceDrifts(
  { inputs, steps, prediction, slices }: Reference,
  dataset: Dataset,
  values: ReadonlyMap<string, readonly Binned[]>,
  kinds: ReadonlyMap<string, Drift["kind"]>,
  whole: readonly Drift[],
): Monitoring["slices"] {
  const loud = new Set(whole.filter(({ alarm }) => alarm).map(({ name }) => name));
  const all = [...inputs, ...steps, prediction];
  const places = new Map(columnSlices(dataset).map(({ slice, rows }) => [slice, rows]));
  return slices.flatMap(({ slice, counts }) => {
    const rows = places.get(slice) ?? [];
    const quiet = all.flatMap((spread, k) =>
      loud.has(spread.name) || !values.has(spread.name) ? [] : [{ ...spread, counts: counts[k]!, targets: [] }],
    );
    const inside = quiet.map(({ name, bins }) =>
      spreadOf(
        name,
        bins,
        rows.map((i) => values.get(name)![i]!),
        null,
        1,
      ),
    );
    return compareSpreads(quiet, inside, kinds, quiet.length * slices.length)
      .filter(({ alarm }) => alarm)
      .slice(0, 1)
      .map((drift) => ({ slice, ...drift }));
  });
}

/** Every value that the reference may know, by name, one a row. */
function valuesOf(dataset: Dataset, side: Side): ReadonlyMap<string, readonly Binned[]> {
  const inputs = dataset.columns.flatMap((column) => inputParts(column, dataset.rows).map(({ name, values }) => [name, values] as const));
  const first = side.traces.find((trace) => trace !== null) ?? [];
  const steps = first
    .filter(({ kind }) => kind === "lexicon" || isWritten(kind))
    .map(
      ({ step, kind }) =>
        [
          step,
          side.traces.map((trace, i) =>
            stepValue(
              trace?.find((entry) => entry.step === step),
              kind,
              dataset,
              i,
            ),
          ),
        ] as const,
    );
  const said = dataset.rows.map((_, i) => {
    const text = saidAt(side, i, dataset.task);
    return dataset.task.kind === "class" || text === null ? text : Number(text);
  });
  return new Map<string, readonly Binned[]>([...inputs, ...steps, ["prediction", said]]);
}

function isWritten(kind: TraceEntry["kind"]): kind is StepKind {
  return kind === "normalizer" || kind === "classifier" || kind === "feature";
}

function stepValue(entry: TraceEntry | undefined, kind: TraceEntry["kind"], { rows, columns }: Dataset, i: number): Binned {
  if (entry === undefined) return null;
  if (!isWritten(kind)) return entry.note === "no known word" ? null : "known";
  if (kind !== "normalizer") return binnedValue(kind, entry.value as StepValue, null);
  const same = columns.some(({ property }) => rows[i]![property] === entry.value);
  return entry.value === null ? null : same ? "as it was" : "rewritten";
}

function performanceOf(
  before: Figures,
  fresh: readonly Spread[],
  reference: Reference,
  dataset: Dataset,
  side: Side,
  seed: number,
): Monitoring["performance"] {
  const scored = [...dataset.target.keys()].filter((i) => !Number.isNaN(dataset.target[i]) && side.traces[i] !== null);
  if (scored.length === 0) return null;
  const outputs = dataset.task.kind === "class" ? dataset.task.classes.length : 1;
  const rows: Dataset = {
    ...dataset,
    rows: scored.map((i) => dataset.rows[i]!),
    target: Float64Array.from(scored, (i) => dataset.target[i]!),
    groups: Int32Array.from(scored, (i) => dataset.groups[i]!),
  };
  const answers = Float64Array.from(scored.flatMap((i) => [...side.answers.subarray(i * outputs, (i + 1) * outputs)]));
  const { result } = compare({ rows, outputs, baseline: answers, result: answers }, seed);
  const names = new Set(reference.steps.map(({ name }) => name));
  const decayed =
    dataset.task.kind === "class"
      ? decayOf(
          reference.steps,
          fresh.filter(({ name }) => names.has(name)),
        )
      : [];
  return { rows: scored.length, before, now: result, decayed: decayed.filter(({ alarm }) => alarm) };
}
