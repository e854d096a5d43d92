import { changeVerdict } from "../change-verdict.ts";
import type { Learned, Reference } from "../learned.ts";
import type { CandidateRecord } from "../types.ts";
import { evidenceLine, proofLine } from "./about.ts";
import { dataCard, modelCard } from "./cards.ts";
import { count, interval, percent, rounded, sentence, signed } from "./figures.ts";
import { honestySection } from "./honesty.ts";
import { keptStep } from "./kept.ts";
import { code, prose, table } from "./markdown.ts";
import type { Plan } from "./plan.ts";
import { sliceSection } from "./slice-figures.ts";
import { tradeOffSection } from "./trade-off.ts";
import { weakestPoint, weakPoints } from "./weak-points.ts";
import { whereLine } from "./where.ts";

/** `REVIEW.md`: what a reviewer must know before saying yes, the weak points included. */
export function printReview(plan: Plan, reference: Reference): string {
  const { learned } = plan;
  const sections = [
    head(learned),
    figures(learned),
    sliceSection(learned),
    [
      "## Look here first",
      weakPoints(learned)
        .map((point) => `- ${point}`)
        .join("\n"),
    ],
    kept(plan),
    refused(learned),
    importance(learned),
    ...tradeOffSection(learned),
    ...honestySection(learned),
    modelCard(learned, reference),
    dataCard(learned, reference),
    authors(learned),
  ];
  return `${sections.flat().join("\n\n")}\n`;
}

function head({ pipeline, task, columns, steps }: Learned): string[] {
  const what =
    task.kind === "class" ? `one of ${count(task.classes.length, "class", "classes")} (${task.classes.map(code).join(", ")})` : "a number";
  return [
    `# ${prose(pipeline)}`,
    `Predicts ${code(task.column)}, ${what}, from ${count(columns.filter(({ kind }) => kind !== "id").length, "column")} of one row. ${sentence(prose(task.sentence))}`,
    `${steps.length === 0 ? "No step of this folder was drafted by a language model." : `A language model drafted ${count(steps.length, "step")} of this folder; evidence kept them.`} No language model runs here, and none is asked. Review the code like hand-written code: edits are kept.`,
  ];
}

function figures({ figures: { baseline, result, difference }, split }: Learned): string[] {
  const rows = result.metrics.map((metric, i): string[] => {
    const before = baseline.metrics[i];
    const change = difference.find(({ name }) => name === metric.name);
    return [
      prose(`${metric.name}${metric.unit === "" ? "" : ` (${metric.unit})`}, ${metric.better} is better`),
      before === undefined ? "" : `${rounded(before.value)} ${interval(before.interval)}`,
      `${rounded(metric.value)} ${interval(metric.interval)}`,
      change === undefined ? "" : `${signed(change.value)} ${interval(change.interval, signed)}`,
      change === undefined ? "" : `**${changeVerdict(change.interval, metric.better)}**`,
    ];
  });
  return [
    "## How good it is",
    `Measured once, at the end, on ${count(split.holdoutRows, "row")} that nothing had looked at before. The baseline is the same forest on the same rows without any model-written step. Intervals are 95 %, by bootstrap; a difference whose interval holds 0 is no clear change.`,
    table(["figure", "baseline", "with the steps", "difference", "verdict"], rows),
  ];
}

function kept({ learned, normalizers, steps }: Plan): string[] {
  const all = [...normalizers, ...steps];
  if (all.length === 0) return ["## Steps kept", "None. What is emitted is the baseline: encoders, lexicon and forest."];
  const paragraphs = all.flatMap((step) => {
    const { candidate, proof, evidence } = keptStep(learned, step.name);
    const of = step.column === null ? "" : ` of ${code(step.column)}`;
    return [
      `### [${code(step.name)}](steps/${step.file}.ts): ${step.kind}${of}`,
      `${sentence(prose(candidate.rationale))} Evidence: ${evidenceLine(evidence, learned.task.kind)} ${whereLine(evidence, learned.task, code)} Tests: ${proofLine(proof)} **Weakest point:** ${weakestPoint({ proof, evidence }, code)} ${authorship(learned, candidate)}`,
    ];
  });
  return ["## Steps kept", "Lift is measured on folds of the training rows, against the pipeline without the step.", ...paragraphs];
}

/** Who wrote a step: a round's model, or a person who adopted or pinned it, and why. */
function authorship({ decisions }: Learned, { name, origin }: CandidateRecord["candidate"]): string {
  const decision = decisions.find(({ step }) => step === name);
  const drafted = `Drafted in round ${String(origin.round)}${origin.repaired ? ", after one repair" : ""}, by ${code(origin.model)}.`;
  if (decision === undefined) return drafted;
  const reason = sentence(prose(decision.reason));
  return decision.kind === "adopted" ? `**Adopted**: a person's text. ${reason}` : `**Pinned** by a person. ${reason} ${drafted}`;
}

function refused({ candidates, task }: Learned): string[] {
  const rows = candidates.flatMap((record) => refusedRow(record));
  if (rows.length === 0) return ["## Ideas refused", candidates.length === 0 ? "None: no model was asked." : "None."];
  const unit = task.kind === "class" ? "nats a row" : "squared units a row";
  return [
    "## Ideas refused",
    `${count(rows.length, "candidate")} of ${String(candidates.length)}. Lift in ${unit}, where it came to that.`,
    "<details><summary>Each with its reason</summary>",
    table(["candidate", "kind", "round", "gate", "lift", "reason"], rows),
    "</details>",
  ];
}

function refusedRow({ candidate, outcome }: CandidateRecord): string[][] {
  if (outcome.kind === "kept") return [];
  const { gate, issues, evidence } = outcome;
  const [first, ...more] = issues;
  const lift = evidence === null ? "" : `${signed(evidence.lift)} ${interval(evidence.interval, signed)}`;
  const line = first.line > 0 ? ` (line ${String(first.line)})` : "";
  const rest = more.length === 0 ? "" : ` And ${count(more.length, "more issue")}.`;
  return [
    [
      code(candidate.name),
      candidate.kind,
      `${String(candidate.origin.round)}${candidate.origin.repaired ? ", repaired" : ""}`,
      gate,
      lift,
      `${sentence(`${prose(first.message)}${line}`)}${rest}`,
    ],
  ];
}

function importance({ importance: all, steps }: Learned): string[] {
  const top = all
    .filter(({ value }) => value > 0)
    .toSorted((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1))
    .slice(0, 15);
  const sum = all.reduce((total, { value }) => total + Math.max(0, value), 0);
  const rows = top.map(({ name, value }) => [
    code(name),
    percent(value / sum),
    steps.some((step) => name === step || name.startsWith(`${step}=`)) ? "step" : "baseline",
  ]);
  return [
    "## What the forest uses",
    rows.length === 0 ? "No column: the forest answers the same for every row." : table(["column", "share of importance", "from"], rows),
  ];
}

function authors({ replies, prompts }: Learned): string[] {
  if (replies.length === 0) return ["## Where it came from", "No reply of a language model was used."];
  const models = [...new Set(replies.map(({ model }) => model))].map(code).join(", ");
  const known = replies.flatMap(({ usage }) => (usage === null ? [] : [usage]));
  const read = known.reduce((sum, { inputTokens }) => sum + inputTokens, 0);
  const written = known.reduce((sum, { outputTokens }) => sum + outputTokens, 0);
  const unknown = replies.length === known.length ? "" : ` (${count(replies.length - known.length, "reply", "replies")} did not say)`;
  return [
    "## Where it came from",
    `${count(replies.length, "recorded reply", "recorded replies")} of ${models}: ${String(read)} tokens read, ${String(written)} written${unknown}. ${count(prompts.length, "prompt template")}. All hashes stand in \`manifest.json\`.`,
  ];
}
