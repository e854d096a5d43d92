import { describe, expect, test } from "vitest";
import { encode, encoderNames } from "../../../generator/train/encode.ts";
import { fitEncoder } from "../../../generator/train/encoders.ts";
import { outputsOf } from "../../../generator/train/outputs.ts";
import type { Encoder } from "../../../generator/learning.ts";
import { dataset } from "./dataset.ts";

function fitted(values: readonly (string | null)[], target: readonly number[], classes: readonly [string, ...string[]] | null): Encoder {
  const train = dataset(
    { plan: "category" },
    values.map((plan) => ({ plan })),
    target,
    classes,
  );
  return fitEncoder(train.columns[0]!, train, outputsOf(train));
}

describe("a category", () => {
  test("becomes smoothed shares of the classes, missing a value of its own, rare values pooled", () => {
    expect(fitted(["Pro", "pro ", null, null, "team", "free"], [0, 0, 1, 2, 2, 2], ["a", "b", "c"])).toStrictEqual({
      kind: "category",
      property: "plan",
      outputs: ["a", "b", "c"],
      table: [
        { value: "", rows: 2, shares: [0.2381, 0.2619, 0.5] },
        { value: "pro", rows: 2, shares: [0.5238, 0.119, 0.3571] },
      ],
      other: [0.2381, 0.119, 0.6429],
    });
  });

  test("of two classes shows the second", () => {
    expect(encoderNames(fitted(["x", "x"], [0, 1], ["ham", "spam"]))).toStrictEqual(["plan=spam"]);
  });

  test("of many classes shows the twenty commonest, in class order", () => {
    const classes = Array.from({ length: 30 }, (_, i) => `c${String(i).padStart(2, "0")}`);
    const target = [...classes.keys()].flatMap((label) => (label < 10 ? [label] : [label, label]));
    const encoder = fitted(
      target.map(() => "x"),
      target,
      [classes[0]!, ...classes.slice(1)],
    );
    expect(encoderNames(encoder)).toStrictEqual(classes.slice(10).map((name) => `plan=${name}`));
  });

  test("becomes the mean of a number, with digits that suit its size", () => {
    expect(fitted(["x", "x", "y", "y"], [1e-7, 3e-7, 5e-7, 7e-7], null)).toMatchObject({
      outputs: ["mean"],
      table: [
        { value: "x", rows: 2, shares: [3.429e-7] },
        { value: "y", rows: 2, shares: [4.571e-7] },
      ],
      other: [4e-7],
    });
  });

  test("says of an unknown value what it says of rare ones", () => {
    const encoder = fitted(["a", "a", "b", "c"], [0, 0, 1, 1], ["ham", "spam"]);
    expect(encode(encoder, [{ plan: "A" }, { plan: "b" }, { plan: "never seen" }])).toStrictEqual([
      Float64Array.of(0.3571, 0.6429, 0.6429),
    ]);
  });
});

test.each([
  ["number", { kind: "number", property: "x" }, ["x"], [{ x: 3 }, { x: null }], [[3, Number.NaN]]],
  [
    "date",
    { kind: "date", property: "x" },
    ["x.month", "x.weekday", "x.hour"],
    [{ x: "2026-11-24T03:18" }, { x: null }],
    [
      [11, Number.NaN],
      [2, Number.NaN],
      [3, Number.NaN],
    ],
  ],
  [
    "text",
    { kind: "text", property: "x" },
    ["x.characters", "x.words"],
    [{ x: "Two words" }, { x: null }],
    [
      [9, Number.NaN],
      [2, Number.NaN],
    ],
  ],
] as const)("a %s becomes its columns", (_, encoder, names, rows, columns) => {
  expect(encoderNames(encoder)).toStrictEqual(names);
  expect(encode(encoder, rows)).toStrictEqual(columns.map((column) => Float64Array.from(column)));
});
