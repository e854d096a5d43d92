import type { Config } from "./config.ts";
import { compareAnswers, compareSteps, type Flips, flipsBySlice, type SliceFlips, type StepChange, truthOf } from "./compare-sides.ts";
import { causesOf } from "./causes.ts";
import { show } from "./data/show.ts";
import { split } from "./data/split.ts";
import type { Difference, Figures } from "./learned.ts";
import { casesOfTest } from "./judge/candidate-of-step.ts";
import { loadFreshRows, loadRows } from "./load-rows.ts";
import { type CommittedFolder, readGitFolder } from "./output/git-folder.ts";
import { readFolder } from "./output/read-folder.ts";
import type { Place } from "./place.ts";
import { canonicalText, runSide, saidAt, type Side } from "./sides.ts";
import { slicesOf } from "./weigh/slices.ts";
import type { Dataset, Row, Sandbox, TestCase } from "./types.ts";
import { compare } from "./weigh/figures.ts";

/** One masked row on which something differs. */
export interface Example {
  /** Line of the data file. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
  /** What of the row may be shown of what the step reads, "body: …". */
  readonly cells: readonly string[];
}

/** What the working tree's pipeline does differently from a commit's. */
export interface BehaviourDiff {
  readonly pipeline: string;
  readonly commit: string;
  readonly rows: number;
  /** False where the commit has no such pipeline: then everything is new and nothing is compared. */
  readonly known: boolean;
  readonly causes: readonly string[];
  readonly steps: readonly (Omit<StepChange, "rows"> & { readonly rows: number; readonly examples: readonly Example[] })[];
  readonly flips: {
    readonly moved: number;
    readonly toRight: number;
    readonly toWrong: number;
    readonly other: number;
    readonly examples: readonly Example[];
  };
  readonly slices: readonly SliceFlips[];
  /** On rows that were held out of learning, where the file is the config's own. */
  readonly metrics: {
    readonly rows: number;
    readonly heldOut: boolean;
    readonly before: Figures;
    readonly after: Figures;
    readonly difference: readonly Difference[];
  } | null;
  readonly micros: { readonly before: number; readonly after: number } | null;
  /** Rows on which the code throws. */
  readonly failed: { readonly before: number; readonly after: number };
}

const shown = 3;
const timedRows = 300;

/**
 * Runs two versions of an emitted pipeline over the same rows, behind the wall, and compares what they say.
 *
 * @param ref The other version's commit; null for the merge base with the main branch.
 * @param data Other rows, with or without the target; null for those that the pipeline was learned from, of which only the held-out ones
 * are scored.
 */
export async function diff(config: Config, ref: string | null, data: Place | null, sandbox: Sandbox): Promise<BehaviourDiff> {
  const committed = await readGitFolder(config.generated, ref);
  const files = await readFolder(config.generated);
  const own = data === null;
  const dataset = own ? (await loadRows(config)).dataset : (await loadFreshRows(config, data)).dataset;
  if (!committed.files.has("index.ts")) return nothingKnown(config, committed, dataset);
  return compareFolders(config, committed, files, dataset, own, sandbox);
}

/** The same for two folders at hand; `own` says that the rows are those that were learned from. */
export async function compareFolders(
  config: Pick<Config, "name" | "split" | "seed">,
  committed: CommittedFolder,
  files: ReadonlyMap<string, string>,
  dataset: Dataset,
  own: boolean,
  sandbox: Sandbox,
): Promise<BehaviourDiff> {
  const texts = await changedTexts(committed.files, files);
  const probes = probesOf([committed.files, files], texts, dataset);
  const run = async (folder: ReadonlyMap<string, string>): Promise<{ readonly data: Side; readonly probes: Side }> => ({
    probes: await runSide(folder, probes, dataset.task, sandbox),
    data: await runSide(folder, dataset.rows, dataset.task, sandbox),
  });
  const before = await run(committed.files);
  const after = await run(files);
  const steps = compareSteps(before.data, after.data, texts, { before: before.probes, after: after.probes });
  const flips = compareAnswers(before.data, after.data, dataset.task, truthOf(dataset));
  return {
    pipeline: config.name,
    commit: committed.commit,
    rows: dataset.rows.length,
    known: true,
    causes: causesOf(committed.files, files),
    steps: steps.map((step) => ({ ...step, rows: step.rows.length, examples: stepExamples(step, before.data, after.data, dataset) })),
    flips: flipCounts(flips, before.data, after.data, dataset),
    slices: flipsBySlice(slicesOf(dataset), flips),
    metrics: flips.moved === 0 || dataset.target.some(Number.isNaN) ? null : metricsOf(config, before.data, after.data, dataset, own),
    micros: texts.size === 0 ? null : await microsOf(committed.files, files, dataset, sandbox),
    failed: { before: failures(before.data), after: failures(after.data) },
  };
}

function failures({ traces }: Side): number {
  return traces.filter((trace) => trace === null).length;
}

/** Microseconds a row of both, by turns on the same rows, the best of three each: the first run pays for starting the sandbox. */
async function microsOf(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  { rows, task }: Dataset,
  sandbox: Sandbox,
): Promise<{ readonly before: number; readonly after: number }> {
  const timed = rows.slice(0, timedRows);
  const times: { before: number; after: number }[] = [];
  for (let turn = 0; turn < 3; turn++) {
    const { micros } = await runSide(before, timed, task, sandbox);
    times.push({ before: micros, after: (await runSide(after, timed, task, sandbox)).micros });
  }
  return { before: Math.min(...times.map((one) => one.before)), after: Math.min(...times.map((one) => one.after)) };
}

function nothingKnown({ name }: Config, { commit }: CommittedFolder, { rows }: Dataset): BehaviourDiff {
  const none = { moved: 0, toRight: 0, toWrong: 0, other: 0, examples: [] };
  return {
    pipeline: name,
    commit,
    rows: rows.length,
    known: false,
    causes: [],
    steps: [],
    flips: none,
    slices: [],
    metrics: null,
    micros: null,
    failed: { before: 0, after: 0 },
  };
}

/** Paths of steps whose text differs in more than layout, comments, types and local names. */
async function changedTexts(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Promise<ReadonlySet<string>> {
  const changed = new Set<string>();
  for (const [path, text] of after) {
    const old = before.get(path);
    if (!/^steps\/.*(?<!\.test)\.ts$/.test(path) || old === undefined || old === text) continue;
    if ((await canonicalText(old)) !== (await canonicalText(text))) changed.add(path);
  }
  return changed;
}

/** Inputs of the changed steps' own tests, on either side, as whole rows: a change that no row shows may show there. */
function probesOf(folders: readonly ReadonlyMap<string, string>[], texts: ReadonlySet<string>, { columns }: Dataset): Row[] {
  const empty = Object.fromEntries(columns.map(({ property }) => [property, null]));
  const paths = [...texts].map((path) => path.replace(/\.ts$/, ".test.ts"));
  const cases = folders.flatMap((files) => paths.flatMap((path) => readableCases(path, files.get(path) ?? "")));
  return cases.flatMap(({ input }) => {
    if (typeof input === "object" && input !== null) return [{ ...empty, ...input }];
    return columns.filter(({ kind }) => kind !== "number").map(({ property }) => ({ ...empty, [property]: input }));
  });
}

/** A person may write tests in any form: those are no probes. */
function readableCases(path: string, text: string): TestCase[] {
  try {
    return casesOfTest(path, text);
  } catch {
    return [];
  }
}

function stepExamples({ step, file, rows }: StepChange, before: Side, after: Side, dataset: Dataset): Example[] {
  const text = `${before.files.get(file) ?? ""}\n${after.files.get(file) ?? ""}`;
  const says = ({ traces }: Side, i: number): string =>
    shortened(JSON.stringify(traces[i]?.find((entry) => entry.step === step)?.value ?? null), 80);
  return examplesOf(rows.slice(0, shown), dataset, text, (i) => [says(before, i), says(after, i)]);
}

function flipCounts(flips: Flips, before: Side, after: Side, dataset: Dataset): BehaviourDiff["flips"] {
  const worst = [...flips.toWrong, ...flips.other, ...flips.toRight].slice(0, shown);
  const examples = examplesOf(worst, dataset, null, (i) => [saidAt(before, i, dataset.task) ?? "", saidAt(after, i, dataset.task) ?? ""]);
  return { moved: flips.moved, toRight: flips.toRight.length, toWrong: flips.toWrong.length, other: flips.other.length, examples };
}

/** @param text Only columns that this text names are shown; null for every column of text. */
function examplesOf(
  rows: readonly number[],
  dataset: Dataset,
  text: string | null,
  says: (i: number) => readonly [string, string],
): Example[] {
  const named = dataset.columns.filter(({ property, kind }) => (text === null ? kind === "text" : text.includes(`.${property}`)));
  const properties = new Set(named.map(({ property }) => property));
  const masked = show(
    dataset,
    rows,
    rows.map(() => null),
  );
  return rows.map((i, k) => {
    const [before, after] = says(i);
    const cells = masked[k]!.cells.flatMap(({ property, text: cell }) =>
      cell === null || !properties.has(property) ? [] : [`${property}: ${shortened(cell, 160)}`],
    );
    return { line: dataset.lines[i]!, before, after, cells };
  });
}

function metricsOf(
  config: Pick<Config, "split" | "seed">,
  before: Side,
  after: Side,
  dataset: Dataset,
  own: boolean,
): BehaviourDiff["metrics"] {
  const { task } = dataset;
  const outputs = task.kind === "class" ? task.classes.length : 1;
  const scored = own ? split(dataset, { kind: config.split.kind, holdout: config.split.holdout, seed: config.seed }).holdout : dataset;
  const places = new Map(Array.from(dataset.lines, (line, i) => [line, i]));
  const all = Array.from(scored.lines, (line) => places.get(line)!);
  const kept = all.map((i, k) => [i, k] as const).filter(([i]) => [before, after].every(({ traces }) => traces[i] !== null));
  if (kept.length < all.length) return null;
  const pick = ({ answers }: Side): Float64Array =>
    Float64Array.from(all.flatMap((i) => [...answers.subarray(i * outputs, (i + 1) * outputs)]));
  const { baseline, result, difference } = compare({ rows: scored, outputs, baseline: pick(before), result: pick(after) }, config.seed);
  return { rows: all.length, heldOut: own, before: baseline, after: result, difference };
}

function shortened(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}
