import type { Plan, PlannedStep } from "./plan.ts";
import { docComment } from "./comment.ts";
import { literal } from "./literal.ts";
import { importName } from "./names.ts";
import { printRow } from "./print-row.ts";
import type { StepValue, TestCase } from "../types.ts";

/** `steps/<name>.ts`: why the step is here, then the author's own text. */
export function printStep(step: PlannedStep, { ext }: Plan): string {
  const needsRow = step.kind !== "normalizer" && /\bRow\b/.test(step.source);
  const row = needsRow ? `import type { Row } from "../input.${ext}";\n\n` : "";
  return `${docComment(step.about)}\n\n${row}${step.source.trim()}\n`;
}

/** `steps/<name>.test.ts`: the author's cases, one test each; then rows from the data, where they were asked for. */
export function printStepTest({ kind, name, file, cases, dataCases }: PlannedStep, { ext, fields }: Plan): string {
  const ofRow = kind !== "normalizer";
  const used = ["test", "expect", ...(ofRow ? ["emptyRow"] : []), ...(dataCases.length > 0 ? ["describe"] : [])];
  const local = importName(name, new Set(used));
  const print = (one: TestCase): string => `test(${literal(one.name)}, () => {
  expect(${local}(${typeof one.input === "object" && one.input !== null ? printRow(one.input, fields) : literal(one.input)})).${expectation(one.expected)};
});`;
  const ofData =
    dataCases.length === 0
      ? ""
      : `
describe("rows from the data, not written by the model", () => {
  // Masked, and chosen because the cases above do not notice that change. What is expected is what the function answered: judge whether it is right.

${dataCases.map(print).join("\n\n")}
});
`;
  return `
import { ${dataCases.length === 0 ? "" : "describe, "}expect, test } from "vitest";
${ofRow ? `import { emptyRow } from "../input.${ext}";\n` : ""}import { ${local === name ? name : `${name} as ${local}`} } from "./${file}.${ext}";

// Written by the author of the function: these cases say what was meant.

${cases.map(print).join("\n\n")}
${ofData}`;
}

/** Numbers are compared to nine significant digits, as they are when a candidate is judged. */
function expectation(expected: StepValue): string {
  if (typeof expected === "object" && expected !== null) {
    return `toStrictEqual({ label: ${literal(expected.label)}, confidence: ${literal(expected.confidence)} })`;
  }
  if (typeof expected !== "number") return `toBe(${literal(expected)})`;
  const whole = Math.trunc(Math.abs(expected)).toFixed(0).length;
  return `toBeCloseTo(${literal(expected)}, ${String(8 - whole)})`;
}
