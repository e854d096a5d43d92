import type { Config } from "./config.ts";
import { show } from "./data/show.ts";
import { split } from "./data/split.ts";
import { compareFolders, type BehaviourDiff } from "./diff.ts";
import { evidenceLine, proofLine } from "./emit/about.ts";
import { oneLine } from "./emit/comment.ts";
import { keptStep } from "./emit/kept.ts";
import { stepFiles } from "./emit/names.ts";
import { weakestPoint } from "./emit/weak-points.ts";
import { whereLine } from "./emit/where.ts";
import { permutationImportance, type Importance } from "./importance.ts";
import type { Learned } from "./learned.ts";
import { loadRows } from "./load-rows.ts";
import { readModels } from "./output/models.ts";
import { readGitFolder } from "./output/git-folder.ts";
import { readFolder } from "./output/read-folder.ts";
import type { Ports } from "./ports.ts";
import type { ReportInput, ReportStep } from "./report/print-report.ts";
import { runSide, saidAt, type Side } from "./sides.ts";
import { openCommitted } from "./trial.ts";
import type { Dataset, Sandbox } from "./types.ts";
import { reliabilityOf } from "./weigh/reliability.ts";

const examplesShown = 3;

/** Of more training rows a part of this size says what is important. */
const importanceRows = 10_000;

/**
 * Everything that the page shows, of the emitted folder as it lies there and the sealed rows; what is important, of the committed steps and
 * the training rows.
 *
 * @param sandbox With limits for whole pipelines.
 */
export async function reportInput(config: Config, ref: string | null, sandbox: Sandbox, ports: Ports): Promise<ReportInput> {
  const { learned } = await readModels(config.models);
  const files = await readFolder(config.generated);
  const { dataset } = await loadRows(config);
  const { holdout } = split(dataset, { kind: config.split.kind, holdout: config.split.holdout, seed: config.seed });
  const side = await runSide(files, holdout.rows, holdout.task, sandbox);
  const training = await openCommitted({ ...config, keep: { ...config.keep, repeats: 1 } }, ports, importanceRows);
  const importance = await permutationImportance(training, config.seed);
  return {
    pipeline: learned.pipeline,
    sentence: learned.task.sentence,
    target: learned.task.column,
    classes: learned.task.kind === "class" ? learned.task.classes : null,
    split: learned.split,
    figures: learned.figures,
    sealed: holdout.rows.length,
    confusion: confusionOf(holdout, side),
    reliability: reliability(holdout, side),
    slices: learned.figures.slices,
    importance: importance.map(({ source, ...rest }: Importance) => ({ name: source, step: learned.steps.includes(source), ...rest })),
    steps: learned.steps.map((name, k) => reportStep(learned, name, `steps/${stepFiles(learned.steps)[k]!}.ts`, files, holdout, side)),
    refused: learned.candidates.flatMap(({ candidate, outcome }) =>
      outcome.kind === "kept"
        ? []
        : [{ name: candidate.name, kind: candidate.kind, gate: outcome.gate, reason: outcome.issues[0].message }],
    ),
    diff: await diffOf(config, ref, files, dataset, sandbox),
  };
}

async function diffOf(
  config: Config,
  ref: string | null,
  files: ReadonlyMap<string, string>,
  dataset: Dataset,
  sandbox: Sandbox,
): Promise<ReportInput["diff"]> {
  if (ref === null) return null;
  const committed = await readGitFolder(config.generated, ref);
  if (!committed.files.has("index.ts")) return null;
  const { commit, steps, flips, causes }: BehaviourDiff = await compareFolders(config, committed, files, dataset, true, sandbox);
  return { commit, causes, steps: steps.map(({ step, rows, change }) => ({ step, rows, change })), flips };
}

/** counts[truth][said], over rows that have an answer. */
function confusionOf(holdout: Dataset, side: Side): readonly (readonly number[])[] | null {
  const { task, target } = holdout;
  if (task.kind !== "class") return null;
  const counts = task.classes.map(() => task.classes.map(() => 0));
  target.forEach((truth, i) => {
    const said = task.classes.indexOf(saidAt(side, i, task) ?? "");
    if (said >= 0) counts[truth]![said]! += 1;
  });
  return counts;
}

/** How often what is said of the sealed rows is right, with the interval of that share. */
function reliability({ task, target }: Dataset, { answers }: Side): ReportInput["reliability"] {
  if (task.kind !== "class") return [];
  return reliabilityOf(answers, target, task.classes.length).map((bin) => {
    const [low, high] = wilson(bin.right * bin.rows, bin.rows);
    return { ...bin, low, high };
  });
}

/** The 95 % interval of a share (Wilson 1927). */
function wilson(right: number, n: number): readonly [number, number] {
  const z = 1.959963984540054;
  const share = right / n;
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return [middle - half, middle + half];
}

function reportStep(
  learned: Learned,
  name: string,
  file: string,
  files: ReadonlyMap<string, string>,
  holdout: Dataset,
  side: Side,
): ReportStep {
  const step = keptStep(learned, name);
  const decision = learned.decisions.find((one) => one.step === name);
  const text = files.get(file) ?? "";
  const values = side.traces.map((trace) => JSON.stringify(trace?.find((entry) => entry.step === name)?.value ?? null));
  const rows = differentRows(values);
  const masked = show(
    holdout,
    rows,
    rows.map(() => null),
  );
  return {
    name,
    kind: step.candidate.kind,
    file,
    state: decision?.kind ?? "generated",
    reason: decision?.reason ?? null,
    rationale: step.candidate.rationale,
    lift: { value: step.evidence.lift, interval: step.evidence.interval },
    evidence: evidenceLine(step.evidence, learned.task.kind),
    where: whereLine(step.evidence, learned.task, (part) => `“${part}”`),
    tests: proofLine(step.proof),
    weakest: weakestPoint(step, (quoted) => `“${oneLine(quoted)}”`),
    source: text,
    examples: rows.map((i, k) => ({
      line: holdout.lines[i]!,
      value: values[i]!,
      cells: masked[k]!.cells.flatMap(({ property, text: cell }) =>
        cell !== null && text.includes(`.${property}`) ? [`${property}: ${cell.slice(0, 200)}`] : [],
      ),
    })),
  };
}

/** Values that say nothing. */
const dull = /^(?:null|false|0|".*none.*"|\{"label":"unknown".*)$/;

/** The first rows with different values, those that say something first. */
function differentRows(values: readonly string[]): number[] {
  const first = new Map<string, number>();
  values.forEach((value, i) => {
    if (!first.has(value)) first.set(value, i);
  });
  return [...first]
    .toSorted((a, b) => Number(dull.test(a[0])) - Number(dull.test(b[0])) || a[1] - b[1])
    .slice(0, examplesShown)
    .map(([, i]) => i);
}
