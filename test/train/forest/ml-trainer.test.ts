import { describe, expect, test } from "vitest";
import { RandomForestClassifier } from "ml-random-forest";
import type { ForestSettings } from "../../../generator/learning.ts";
import { missingLeft, toMlRandomForest } from "../../../generator/train/interop.ts";
import { mlSeconds, trainWithMl } from "../../../generator/train/ml-trainer.ts";
import { decodeForest, forestOutput } from "../../../generator/walk.ts";
import { sample } from "./sample.ts";

const settings: ForestSettings = {
  trees: 5,
  maxDepth: 6,
  minLeaf: 1,
  columnShare: 1,
  criterion: "gini",
  cuts: "best",
  classWeights: null,
  seed: 3,
};

describe.each([1, 2, 4])("ml-random-forest as the trainer, %i outputs", (outputs) => {
  const { matrix, target } = sample(150, 6, outputs, 40 + outputs);

  test("learns, and answers rows out of the bag", async () => {
    const { forest, outOfBag } = await trainWithMl(matrix, target, outputs, { ...settings, trees: 15 });
    const rows = [...target.keys()].filter((row) => !Number.isNaN(outOfBag[row * outputs]!));
    expect(rows.length).toBeGreaterThan(140);
    const said = rows.map((row) => {
      const own = [...outOfBag.subarray(row * outputs, (row + 1) * outputs)];
      return outputs === 1 ? own[0]! : own.indexOf(Math.max(...own));
    });
    if (outputs > 1) expect(rows.filter((row, i) => said[i] === target[row]).length / rows.length).toBeGreaterThan(0.7);
    else {
      const mean = target.reduce((sum, y) => sum + y, 0) / target.length;
      const error = (of: (i: number) => number): number => rows.reduce((sum, row, i) => sum + (target[row]! - of(i)) ** 2, 0);
      expect(error((i) => said[i]!)).toBeLessThan(0.5 * error(() => mean));
    }
    expect(forest.columns).toStrictEqual(matrix.names);
  });

  test("grows the same forest again from the same seed", async () => {
    const once = await trainWithMl(matrix, target, outputs, settings);
    expect(await trainWithMl(matrix, target, outputs, settings)).toStrictEqual(once);
  });
});

test("what it grew answers in the emitted walk as in the package, row by row and tree by tree", async () => {
  const { matrix, target } = sample(120, 2, 3, 50);
  const { forest } = await trainWithMl(matrix, target, 3, settings);
  const loaded = RandomForestClassifier.load(
    JSON.parse(JSON.stringify(toMlRandomForest(forest))) as Parameters<typeof RandomForestClassifier.load>[0],
  );
  for (let i = 0; i < matrix.n; i++) {
    const row = matrix.columns.map((column) => column[i]!);
    const ours = forest.trees.map((tree) => {
      const out = new Float64Array(3);
      forestOutput(decodeForest({ ...forest, trees: [tree] }), Float64Array.from(row), out);
      return out.indexOf(Math.max(...out));
    });
    expect(loaded.predictionValues([row]).getRow(0)).toStrictEqual(ours);
  }
});

test("missing values, which it does not know, go left", async () => {
  const column = Float64Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? Number.NaN : i % 7));
  const target = column.map((value) => Number(Number.isNaN(value)));
  const { forest } = await trainWithMl({ names: ["c"], columns: [column], n: 60 }, target, 2, settings);
  expect(forest.trees[0]).toMatch(/^0~ :1\*\d+ :0\*\d+$/);
  expect(missingLeft(forest)).toStrictEqual({ questions: 5, columns: [0] });
});

test("its time is estimated before it starts, and grows more than fourfold with twice the rows", () => {
  const [once, twice] = [5000, 10_000].map((n) =>
    mlSeconds({ names: [], columns: Array.from({ length: 50 }, () => new Float64Array(0)), n }, 100),
  );
  expect(once).toBe(2500);
  expect(twice! / once!).toBeGreaterThan(4);
});
