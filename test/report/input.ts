import type { ReportInput, ReportStep } from "../../generator/report/print-report.ts";
import { hostile, plain } from "../emit/fixture.ts";

export const classes = ["billing", hostile, "security"];

function step(k: number): ReportStep {
  return {
    name: `step_${k}`,
    kind: "feature",
    file: `steps/step-${k}.ts`,
    state: k === 0 ? "adopted" : "generated",
    reason: k === 0 ? hostile : null,
    rationale: k === 1 ? hostile : `Because step ${k} tells.`,
    lift: { value: 0.01 * (k % 5), interval: [0.01 * (k % 5) - 0.02, 0.01 * (k % 5) + 0.02] },
    evidence: "lift +0.0123 nats a row.",
    where: `Helps most where “${hostile}”.`,
    tests: "8 cases.",
    weakest: "its tests do not notice 1 of 6 small changes to its code.",
    source: `/** ${hostile} */\n${"const x = 1; // a long line that has to scroll inside of its own box, not the page\n".repeat(40)}`,
    examples: [{ line: 17, value: '"refund"', cells: [`body: ${hostile}`] }],
  };
}

/** A report with this many steps, full of text that tries to become markup. */
export function reportOf(steps: number): ReportInput {
  return {
    pipeline: "plain",
    sentence: hostile,
    target: "team",
    classes,
    split: plain.split,
    figures: plain.figures,
    sealed: 100_000,
    confusion: [
      [30_000, 10, 0],
      [5, 40_000, 2000],
      [0, 1, 27_984],
    ],
    reliability: [
      { said: 0.35, right: 0.3, low: 0.1, high: 0.6, rows: 10 },
      { said: 0.65, right: 0.7, low: 0.6, high: 0.8, rows: 100 },
      { said: 0.95, right: 0.97, low: 0.96, high: 0.98, rows: 5000 },
    ],
    slices: [
      { slice: hostile, rows: 100, baseline: [0.4, 0.9], result: [0.5, 0.8], difference: 0.1, interval: [0.05, 0.15] },
      { slice: "plan is missing", rows: 30, baseline: [0.4, 0.9], result: [0.3, 0.9], difference: -0.1, interval: [-0.2, 0.1] },
    ],
    importance: [
      { name: hostile.slice(0, 30), value: 0.2, low: 0.1, high: 0.3, step: false },
      { name: "step_0", value: 0.02, low: 0.01, high: 0.03, step: true },
    ],
    steps: Array.from({ length: steps }, (_, k) => step(k)),
    refused: [{ name: "twice", kind: "feature", gate: "lift", reason: hostile }],
    diff: {
      commit: "0123456789ab",
      causes: [hostile],
      steps: [{ step: "step_0", rows: 5, change: "text" }],
      flips: { moved: 12, toRight: 1, toWrong: 2, other: 0 },
    },
  };
}
