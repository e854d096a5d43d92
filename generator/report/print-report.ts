import type { Difference, Figures, SliceFigures, SplitFacts } from "../learned.ts";
import { type Bin, type Ranged, rangesChart, reliabilityChart } from "./charts.ts";
import { html, type Html, page, tableOf } from "./html.ts";
import { percent, ranged, verdictMark } from "./numbers.ts";
import { slicesSection } from "./slices-section.ts";

/** One step of the pipeline as the page shows it. */
export interface ReportStep {
  readonly name: string;
  readonly kind: string;
  readonly file: string;
  readonly state: "generated" | "adopted" | "pinned" | "rejected";
  readonly reason: string | null;
  readonly rationale: string;
  readonly lift: { readonly value: number; readonly interval: readonly [number, number] };
  readonly evidence: string;
  /** Where it says something, helps and hurts. */
  readonly where: string;
  readonly tests: string;
  readonly weakest: string;
  readonly source: string;
  readonly examples: readonly { readonly line: number; readonly value: string; readonly cells: readonly string[] }[];
}

/** Everything that the page shows. */
export interface ReportInput {
  readonly pipeline: string;
  readonly sentence: string;
  readonly target: string;
  readonly classes: readonly string[] | null;
  readonly split: SplitFacts;
  readonly figures: { readonly baseline: Figures; readonly result: Figures; readonly difference: readonly Difference[] };
  readonly sealed: number;
  readonly confusion: readonly (readonly number[])[] | null;
  readonly reliability: readonly Bin[];
  readonly slices: readonly SliceFigures[];
  /** The largest first; those of steps are shown apart from those of columns. */
  readonly importance: readonly (Ranged & { readonly step: boolean })[];
  readonly steps: readonly ReportStep[];
  readonly refused: readonly { readonly name: string; readonly kind: string; readonly gate: string; readonly reason: string }[];
  readonly diff: {
    readonly commit: string;
    readonly causes: readonly string[];
    readonly steps: readonly { readonly step: string; readonly rows: number; readonly change: string }[];
    readonly flips: { readonly moved: number; readonly toRight: number; readonly toWrong: number; readonly other: number };
  } | null;
}

const mostImportant = 20;

/** The report as one page. */
export async function printReport(input: ReportInput): Promise<string> {
  const unit = input.classes === null ? "squared units a row" : "nats a row";
  return page(`${input.pipeline}: report`, [
    html`<h1>${input.pipeline}</h1>
      <p>${input.sentence}</p>
      <p class="dim">
        Predicts ${input.target}. Learned from ${input.split.trainRows} rows. Figures are of ${input.sealed} rows that were held out, unless
        their section says otherwise; intervals are 95 %.
      </p>`,
    figuresSection(input),
    ...(await liftSection(input, unit)),
    ...confusionSection(input),
    ...(await reliabilitySection(input)),
    ...slicesSection(input),
    ...(await importanceSection(input, unit)),
    ...diffSection(input),
    html`<h2>Steps</h2>`,
    ...(input.steps.length === 0 ? [html`<p>None: the baseline stands alone.</p>`] : input.steps.map(stepSection)),
    html`<h2>Ideas refused</h2>`,
    input.refused.length === 0
      ? html`<p>None.</p>`
      : tableOf(
          "Ideas refused",
          ["candidate", "kind", "gate", "why"],
          input.refused.map(({ name, kind, gate, reason }) => [name, kind, gate, reason]),
        ),
  ]);
}

function figuresSection({ figures: { baseline, result, difference } }: ReportInput): Html {
  const rows = result.metrics.map((metric, k) => {
    const change = difference[k]!;
    const was = baseline.metrics[k]!;
    return [
      metric.name,
      ranged(was.value, was.interval),
      ranged(metric.value, metric.interval),
      ranged(change.value, change.interval),
      verdictMark(change.interval, metric.better),
    ];
  });
  return html`<h2>How good it is</h2>
    <p>The baseline is the same forest without any step that a model or a person wrote.</p>
    ${tableOf("Figures", ["figure", "baseline", "with the steps", "difference", "verdict"], rows, new Set([1, 2, 3]))}`;
}

async function liftSection({ steps }: ReportInput, unit: string): Promise<Html[]> {
  if (steps.length === 0) return [];
  const values = steps.map(({ name, lift: { value, interval } }) => ({ name, value, low: interval[0], high: interval[1] }));
  return [
    html`<h2>Lift of each step</h2>
      <p class="dim">How much the loss falls, on folds of the training rows, when the step joins the others; right of 0 is better.</p>
      ${await rangesChart("Lift of each step with its interval", values, unit)}`,
  ];
}

function confusionSection({ confusion, classes }: ReportInput): Html[] {
  if (confusion === null || classes === null) return [];
  const rows = confusion.map((counts, truth) => {
    const total = Math.max(
      1,
      counts.reduce((sum, count) => sum + count, 0),
    );
    const cells = counts.map((count, said) => {
      const colour = said === truth ? "var(--good)" : "var(--bad)";
      return html`<td
        style="background:color-mix(in srgb, ${colour} ${count === 0 ? 0 : 6 + Math.round((count / total) * 30)}%, transparent)"
      >
        ${count}
      </td>`;
    });
    return html`<tr>
      <th scope="row">${classes[truth]!}</th>
      ${cells}
    </tr>`;
  });
  return [
    html`<h2>What is taken for what</h2>
      <p class="dim">A line is what was true, a column what was said.</p>
      <div class="scroll" role="region" aria-label="Confusion matrix" tabindex="0">
        <table class="heat">
          <thead>
            <tr>
              <td></td>
              ${classes.map((label) => html`<th scope="col">${label}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div>`,
  ];
}

async function reliabilitySection({ reliability }: ReportInput): Promise<Html[]> {
  if (reliability.length === 0) return [];
  const rows = reliability.map(({ said, right, low, high, rows: n }) => [
    percent(said),
    percent(right),
    `${percent(low)} to ${percent(high)}`,
    String(n),
  ]);
  return [
    html`<h2>Does 80 % mean 80 %?</h2>
      <p class="dim">Rows by the probability of their answer: on the dashed line, what was said is how often it was right.</p>
      ${await reliabilityChart(reliability)}
      <details>
        <summary>The same as numbers</summary>
        ${tableOf("Reliability", ["said", "right", "interval", "rows"], rows, new Set([0, 1, 2, 3]))}
      </details>`,
  ];
}

async function importanceSection({ importance }: ReportInput, unit: string): Promise<Html[]> {
  if (importance.length === 0) return [];
  const charts: Html[] = [];
  for (const [title, ofStep] of [
    ["Steps", true],
    ["Columns of the baseline", false],
  ] as const) {
    const shown = importance.filter(({ step }) => step === ofStep).slice(0, mostImportant);
    if (shown.length > 0) charts.push(html`<h3>${title}</h3>`, await rangesChart(`Permutation importance: ${title}`, shown, unit));
  }
  const rows = importance.map(({ name, value, low, high }) => [name, ranged(value, [low, high])]);
  return [
    html`<h2>What it leans on</h2>
      <p class="dim">
        How much the loss rises, out of fold over the training rows, when what one step or column says is shuffled among the rows
        (permutation importance). The two charts have scales of their own.
      </p>
      ${charts}
      <details>
        <summary>The same as numbers</summary>
        ${tableOf("Importance", ["what", unit], rows, new Set([1]))}
      </details>`,
  ];
}

function diffSection({ diff }: ReportInput): Html[] {
  if (diff === null) return [];
  const { commit, causes, steps, flips } = diff;
  return [
    html`<h2>What it does differently</h2>
      <p>
        Beside commit <code>${commit}</code>: ${flips.toRight + flips.toWrong + flips.other} answers flip, ${flips.toRight} to right and
        ${flips.toWrong} to wrong; probabilities move on ${flips.moved} rows.
      </p>
      ${causes.map((cause) => html`<p class="dim">${cause}</p>`)}
      ${
        steps.length === 0
          ? html`<p>No step says anything else.</p>`
          : tableOf(
              "Steps that changed",
              ["step", "rows changed", "why"],
              steps.map(({ step, rows, change }) => [step, change === "added" || change === "removed" ? "" : String(rows), change]),
              new Set([1]),
            )
      }`,
  ];
}

function stepSection(step: ReportStep): Html {
  const state = step.state === "generated" ? "" : ` — ${step.state} by a person: ${step.reason ?? ""}`;
  const examples = step.examples.map(({ line, value, cells }) => [String(line), value, html`${cells.map((cell) => html`<p>${cell}</p>`)}`]);
  return html`<h3>${step.name}</h3>
    <p class="dim">${step.kind}, <code>${step.file}</code>${state}</p>
    <p>${step.rationale}</p>
    <p>Evidence: ${step.evidence}${step.where === "" ? "" : ` ${step.where}`} Tests: ${step.tests}</p>
    <p><strong>Weakest point:</strong> ${step.weakest}</p>
    <details>
      <summary>Code and rows of ${step.name}</summary>
      <pre role="region" aria-label="Code of ${step.name}" tabindex="0">${step.source}</pre>
      ${examples.length === 0 ? html`` : tableOf(`Rows on which ${step.name} says different things`, ["line", "says", "of"], examples)}
    </details> `;
}
