import { afterAll, describe, expect, test } from "vitest";
import type { ForestSettings, Matrix } from "../../generator/learning.ts";
import { random } from "../../generator/random.ts";
import { openTrainer } from "../../generator/train/trainer.ts";
import { ridgeHelps } from "../../generator/weigh/ridge-helps.ts";
import type { Dataset } from "../../generator/types.ts";
import { classes, numbers } from "./rows.ts";

const trainer = openTrainer({ workers: 0, workerFile: "" });
afterAll(() => trainer.close());

const forest: ForestSettings = {
  trees: 20,
  maxDepth: 8,
  minLeaf: 2,
  columnShare: 0.33,
  criterion: "gini",
  cuts: "best",
  classWeights: null,
  seed: 1,
};
const n = 150;
const source = random(3);
const columns = Array.from({ length: 12 }, () => Float64Array.from({ length: n }, () => source.below(1000) - 500));
const base: Matrix = { names: columns.map((_, j) => `x${j}`), columns, n };
const folds = [0, 1].map((r) => Int32Array.from({ length: n }, (_, i) => (i + r * Math.floor(i / 5)) % 5));
const helps = (dataset: Dataset, outputs: number): Promise<boolean> =>
  ridgeHelps(
    { dataset, outputs, folds, forest, trainer },
    folds.map(() => ({ base, matrix: base })),
  );
const cells = (row: number): number[] => columns.map((column) => column[row]!);

describe("the ridge", () => {
  test("joins where many columns say a little each", async () => {
    const sums = [...Array(n).keys()].map((row) => cells(row).reduce((sum, x) => sum + x, 0));
    expect(await helps(classes(sums.map((sum) => Number(sum > 0))), 2)).toBe(true);
    expect(await helps(numbers(sums), 1)).toBe(true);
  });

  test("stays away where nothing adds up", async () => {
    const even = [...Array(n).keys()].map((row) => Number(cells(row)[0]! * cells(row)[0]! > 70_000));
    expect(await helps(classes(even), 2)).toBe(false);
    expect(await helps(numbers(even), 1)).toBe(false);
  });

  test("stays away where it changes nothing", async () => {
    expect(await helps(numbers(Array.from({ length: n }, () => 5)), 1)).toBe(false);
  });
});
