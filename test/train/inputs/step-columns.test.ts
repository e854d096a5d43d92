import { expect, test } from "vitest";
import { stepColumns } from "../../../generator/train/step-columns.ts";
import type { Program, StepType, StepValue } from "../../../generator/types.ts";

const cases: readonly (readonly [string, StepType, readonly StepValue[], readonly string[], readonly (readonly number[])[]])[] = [
  ["a number is one column", { kind: "number", nullable: true }, [2, null], ["s"], [[2, Number.NaN]]],
  ["a boolean is 0 or 1", { kind: "boolean", nullable: true }, [true, false, null], ["s"], [[1, 0, Number.NaN]]],
  [
    "a union is one indicator per member",
    { kind: "union", members: ["a", "b"], nullable: true },
    ["b", null],
    ["s=a", "s=b"],
    [
      [0, Number.NaN],
      [1, Number.NaN],
    ],
  ],
  [
    "a classifier is its confidence per label",
    { kind: "class", labels: ["x", "y"] },
    [
      { label: "x", confidence: "low" },
      { label: "y", confidence: "medium" },
      { label: "y", confidence: "high" },
      { label: "unknown", confidence: "high" },
    ],
    ["s=x", "s=y"],
    [
      [1, 0, 0, 0],
      [0, 2, 3, 0],
    ],
  ],
  ["a normalizer has no columns", { kind: "text" }, ["x"], [], []],
];

test.each(cases)("%s", (_, returns, values, names, columns) => {
  const program: Program = { kind: "feature", name: "s", column: null, source: "", js: "", returns, reads: [] };
  expect(stepColumns(program, values)).toStrictEqual({ names, columns: columns.map((column) => Float64Array.from(column)) });
});
