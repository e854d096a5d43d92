import { afterAll, describe, expect, test } from "vitest";
import { chooseForest } from "../generator/choose-forest.ts";
import { resolveConfig } from "../generator/config.ts";
import { forestCost } from "../generator/forest-cost.ts";
import type { ForestSettings } from "../generator/learning.ts";
import { openTrainer } from "../generator/train/trainer.ts";
import { sample } from "./train/forest/sample.ts";

const trainer = openTrainer({ workers: 0, workerFile: "" });
afterAll(() => trainer.close());

const { matrix, target } = sample(400, 9, 3, 11);
const ground = { matrix, target, outputs: 3, trainer };
const start: ForestSettings = {
  trees: 16,
  maxDepth: 10,
  minLeaf: 1,
  columnShare: 0.33,
  criterion: "gini",
  cuts: "best",
  classWeights: null,
  seed: 1,
};

function asked(own: { readonly forest?: object; readonly limits?: object }): ReturnType<typeof resolveConfig> {
  return resolveConfig(
    {
      name: "fruit",
      task: "Which fruit.",
      data: { file: "x.csv" },
      target: { column: "y" },
      columns: { a: { kind: "number", meaning: "A." } },
      author: { model: "m" },
      ...own,
    },
    "/",
  );
}

describe("a forest without limits", () => {
  test("is grown as it was asked for, and nothing else is tried", async () => {
    expect(await chooseForest(ground, start, asked({}))).toStrictEqual({ settings: start, tradeOff: [] });
  });

  test("tries as many columns as lose least out of the bag", async () => {
    const noise = sample(400, 40, 3, 12).matrix.columns.slice(3);
    const wide = { ...ground, matrix: { ...matrix, columns: [...matrix.columns.slice(0, 3), ...noise], names: [] } };
    const { settings } = await chooseForest(wide, { ...start, trees: 40 }, asked({ forest: { columnShare: "auto" } }));
    expect(settings.columnShare).toBe(2 / 3);
  });
});

describe("a forest within limits", () => {
  test("costs what was allowed, and loses least of all that do", async () => {
    const limits = { kilobytes: 6, microseconds: 0.1 };
    const { settings, tradeOff } = await chooseForest(ground, start, asked({ limits }));
    const { forest } = await trainer.train(matrix, target, 3, settings);
    const cost = forestCost(forest);
    expect(cost.kilobytes).toBeLessThanOrEqual(6);
    expect(cost.microseconds).toBeLessThanOrEqual(0.1);
    const [chosen, ...others] = tradeOff.filter((one) => one.chosen);
    expect(others).toStrictEqual([]);
    expect(chosen).toMatchObject({ trees: settings.trees, maxDepth: settings.maxDepth, minLeaf: settings.minLeaf, fits: true });
    for (const { fits, loss } of tradeOff) if (fits) expect(loss).toBeGreaterThanOrEqual(chosen!.loss);
    expect(tradeOff.some(({ fits }) => !fits)).toBe(true);
  });

  test("shows a curve: what is larger or slower loses less", async () => {
    const { tradeOff } = await chooseForest(ground, start, asked({ limits: { kilobytes: 1000 } }));
    for (const [i, one] of tradeOff.entries())
      for (const other of tradeOff.slice(i + 1)) expect(other.loss < one.loss || other.microseconds < one.microseconds).toBe(true);
  });

  test("is refused where none fits, with what the smallest takes", async () => {
    await expect(chooseForest(ground, start, asked({ limits: { kilobytes: 0.01 } }))).rejects.toThrow(
      /^`limits`: no forest that was tried fits 0.01 kilobytes; the smallest takes 0\.\d+ kilobytes, the fastest 0\.\d+ microseconds$/,
    );
  });
});

test("ten trees cost as many questions as ten times the deepest", () => {
  const trees = [...Array.from({ length: 10 }, () => ":0"), "0<1 :0 0<2 :0 :1"];
  const cost = forestCost({ columns: ["a"], outputs: 2, pseudo: [0.1, 0.1], trees });
  expect(cost.visits).toBe(2 * 10 * 2);
});
