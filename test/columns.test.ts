import { expect, test } from "vitest";
import { numberOrMissing, writeConfidence, writeMember } from "../generator/columns.ts";
import { stepColumns } from "../generator/train/step-columns.ts";
import type { Program, StepType, StepValue } from "../generator/types.ts";

/** What training sees of the answer. */
function trained(returns: StepType, value: StepValue): number[] {
  const program: Program = { kind: "feature", name: "step", column: null, source: "", js: "", returns, reads: [] };
  return stepColumns(program, [value]).columns.map((column) => column[0]!);
}

function written(write: (out: Float64Array) => void): number[] {
  const out = new Float64Array([9, 9, 9, 9]);
  write(out);
  expect([out[0], out[3]]).toStrictEqual([9, 9]);
  return [out[1]!, out[2]!];
}

test.each(["a", "b", null])("the member %s becomes the columns that training sees", (value) => {
  const members = ["a", "b"];
  expect(written((out) => writeMember(value, members, out, 1))).toStrictEqual(trained({ kind: "union", members, nullable: true }, value));
});

test.each([
  { label: "a", confidence: "high" },
  { label: "b", confidence: "medium" },
  { label: "b", confidence: "low" },
  { label: "unknown", confidence: "high" },
] as const)("the answer %j becomes the columns that training sees", (answer) => {
  const labels = ["a", "b"];
  expect(written((out) => writeConfidence(answer, labels, out, 1))).toStrictEqual(trained({ kind: "class", labels }, answer));
});

test.each([true, false, 2.5, 0, null])("the value %s becomes the column that training sees", (value) => {
  expect([numberOrMissing(value)]).toStrictEqual(trained({ kind: "number", nullable: true }, value));
});
