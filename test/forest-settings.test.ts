import { expect, test } from "vitest";
import { resolveConfig } from "../generator/config.ts";
import { forestSettings } from "../generator/forest-settings.ts";
import type { Dataset } from "../generator/types.ts";

const forest = (own: object) =>
  resolveConfig(
    {
      name: "fruit",
      task: "Which fruit.",
      data: { file: "x.csv" },
      target: { column: "y" },
      columns: { a: { kind: "number", meaning: "A." } },
      author: { model: "m" },
      forest: own,
    },
    "/",
  ).forest;

const dataset = {
  task: { kind: "class", column: "y", classes: ["apple", "pear"], sentence: "Which fruit." },
  target: Float64Array.of(0, 0, 0, 1),
} as unknown as Dataset;

test("balanced classes weigh the same together, named ones as they are told", () => {
  expect(forestSettings(forest({ classWeights: "balanced" }), dataset, 1).classWeights).toStrictEqual([4 / 6, 2]);
  expect(forestSettings(forest({ classWeights: { pear: 3 } }), dataset, 1).classWeights).toStrictEqual([1, 3]);
  expect(forestSettings(forest({}), dataset, 1).classWeights).toBeNull();
});

test("an unknown class is named, with those that there are", () => {
  expect(() => forestSettings(forest({ classWeights: { plum: 3 } }), dataset, 1)).toThrow(
    "`forest.classWeights` names plum; expected one of apple, pear",
  );
});

test("an automatic column share starts at a third", () => {
  expect(forestSettings(forest({ columnShare: "auto" }), dataset, 1).columnShare).toBe(0.33);
});
