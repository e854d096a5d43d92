import { RandomForestClassifier, RandomForestRegression } from "ml-random-forest";
import { afterAll, describe, expect, test } from "vitest";
import { random } from "../../../generator/random.ts";
import { binned } from "../../../generator/train/bins.ts";
import { fromMlRandomForest, mlRow, toMlRandomForest } from "../../../generator/train/interop.ts";
import { openTrainer } from "../../../generator/train/trainer.ts";
import type { ForestSettings, ForestText, Matrix } from "../../../generator/learning.ts";
import { decodeForest, forestOutput } from "../../../generator/walk.ts";
import { sample } from "./sample.ts";

const workerFile = new URL("../../../dist/forest-worker.js", import.meta.url);
const alone = openTrainer({ workers: 0, workerFile });
const threads = openTrainer({ workers: 3, workerFile });
afterAll(async () => {
  await Promise.all([alone.close(), threads.close()]);
});

const settings: ForestSettings = {
  trees: 12,
  maxDepth: 8,
  minLeaf: 2,
  columnShare: 0.4,
  criterion: "gini",
  cuts: "best",
  classWeights: null,
  seed: 5,
};

function rowOf({ columns }: Matrix, i: number): Float64Array {
  return Float64Array.from(columns, (column) => column[i]!);
}

function ask(forest: ForestText, row: Float64Array): number[] {
  const out = new Float64Array(forest.outputs);
  forestOutput(decodeForest(forest), row, out);
  return [...out];
}

/** A tree's token list read and walked in the plainest way. */
function plainAnswer({ pseudo, outputs }: ForestText, tree: string, row: Float64Array): number[] {
  const tokens = tree.split(" ");
  let at = 0;
  const skip = (): void => {
    if (tokens[at++]!.includes(":")) return;
    skip();
    skip();
  };
  for (;;) {
    const token = tokens[at++]!;
    if (token.startsWith(":")) {
      if (outputs === 1) return [Number(token.slice(1))];
      const counts = [...pseudo];
      for (const part of token.slice(1).split(",")) counts[Number(part.split("*")[0])]! += Number(part.split("*")[1] ?? 1);
      const sum = counts.reduce((a, b) => a + b, 0);
      return counts.map((count) => count / sum);
    }
    const [column, below] = token.split(/[<~]/);
    const value = row[Number(column)]!;
    const yes = Number.isNaN(value) ? token.includes("~") : below !== "" && value < Number(below);
    if (!yes) skip();
  }
}

function mean(answers: readonly number[][]): number[] {
  const sum = answers[0]!.map(() => 0);
  for (const answer of answers) answer.forEach((share, k) => (sum[k]! += share));
  return sum.map((total) => total / answers.length);
}

function largest(shares: readonly number[]): number {
  return shares.indexOf(Math.max(...shares));
}

describe("a trained forest", () => {
  test("mixes the same bit of every class into its leaves, however rare the class is", async () => {
    const { matrix } = sample(100, 3, 2, 1);
    const rare = Float64Array.from({ length: 100 }, (_, i) => Number(i % 10 === 0));
    const { forest } = await alone.train(matrix, rare, 2, settings);
    expect(forest.pseudo).toStrictEqual([0.05, 0.05]);
    const four = await alone.train(
      matrix,
      rare.map((k, i) => 2 * k + (i % 2)),
      4,
      { ...settings, classWeights: [1, 9, 1, 1] },
    );
    expect(four.forest.pseudo).toStrictEqual([0.025, 0.025, 0.025, 0.025]);
  });

  test("is the same on one thread, on three, and where it is called", async () => {
    const { matrix, target } = sample(300, 9, 4, 1);
    const folds = Int32Array.from({ length: 300 }, (_, i) => i % 5);
    const here = await alone.train(matrix, target, 4, settings);
    expect(await threads.train(matrix, target, 4, settings)).toStrictEqual(here);
    expect(await threads.outOfFold(matrix, target, 4, folds, settings)).toStrictEqual(
      await alone.outOfFold(matrix, target, 4, folds, settings),
    );
  });

  test("changes with its seed and with nothing else", async () => {
    const { matrix, target } = sample(200, 6, 3, 2);
    const first = await alone.train(matrix, target, 3, settings);
    const copy = { ...matrix, columns: matrix.columns.map((column) => Float64Array.from(column)) };
    expect((await alone.train(copy, target, 3, settings)).forest).toStrictEqual(first.forest);
    expect((await alone.train(matrix, target, 3, { ...settings, seed: 6 })).forest.trees).not.toStrictEqual(first.forest.trees);
  });

  test("learns what is there to learn, for classes and for a number", async () => {
    const { matrix, target } = sample(600, 8, 3, 3);
    const folds = Int32Array.from({ length: 600 }, (_, i) => i % 3);
    const answers = await alone.outOfFold(matrix, target, 3, folds, settings);
    const right = target.filter((label, i) => largest([...answers.subarray(3 * i, 3 * i + 3)]) === label).length;
    expect(right / 600).toBeGreaterThan(0.8);
    const number = sample(600, 8, 1, 3);
    const said = await alone.outOfFold(number.matrix, number.target, 1, folds, settings);
    const error = number.target.reduce((sum, y, i) => sum + (y - said[i]!) ** 2, 0) / 600;
    const centre = number.target.reduce((sum, y) => sum + y, 0) / 600;
    expect(error).toBeLessThan(0.3 * (number.target.reduce((sum, y) => sum + (y - centre) ** 2, 0) / 600));
  });

  test("answers a row out of fold as a forest without its fold does", async () => {
    const { matrix, target } = sample(120, 5, 3, 4);
    const folds = Int32Array.from({ length: 120 }, (_, i) => (i < 40 ? 0 : 1));
    const answers = await alone.outOfFold(matrix, target, 3, folds, settings);
    const other = await alone.outOfFold(
      matrix,
      target.map((label, i) => (i < 40 ? 0 : label)),
      3,
      folds,
      settings,
    );
    expect(answers.subarray(0, 120)).toStrictEqual(other.subarray(0, 120));
    expect(answers.subarray(120)).not.toStrictEqual(other.subarray(120));
  });

  test("splits on what is missing", async () => {
    const column = Float64Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? Number.NaN : i % 7));
    const target = column.map((value) => Number(Number.isNaN(value)));
    const { forest } = await alone.train({ names: ["c"], columns: [column], n: 60 }, target, 2, { ...settings, trees: 1 });
    expect(forest.trees[0]).toMatch(/^0~ :1\*\d+ :0\*\d+$/);
    expect(largest(ask(forest, Float64Array.of(Number.NaN)))).toBe(1);
    expect(largest(ask(forest, Float64Array.of(3)))).toBe(0);
  });

  test("draws rows of a heavier class more often, and says so in its leaves", async () => {
    const { matrix } = sample(200, 3, 2, 7);
    const target = Float64Array.from({ length: 200 }, (_, i) => Number(i % 10 === 0));
    const shareOf = async (classWeights: ForestSettings["classWeights"]): Promise<number> => {
      const { forest } = await alone.train(matrix, target, 2, { ...settings, trees: 20, maxDepth: 1, minLeaf: 90, classWeights });
      return ask(forest, rowOf(matrix, 0))[1]!;
    };
    expect(await shareOf(null)).toBeLessThan(0.2);
    expect(await shareOf([1, 9])).toBeGreaterThan(0.4);
  });

  test("with random cuts parts a column at many places", async () => {
    const { matrix, target } = sample(300, 1, 1, 8);
    const columns = [Float64Array.from({ length: 300 }, (_, i) => i)];
    const cutsOf = async (cuts: ForestSettings["cuts"]): Promise<number> => {
      const { forest } = await alone.train({ ...matrix, columns }, target, 1, { ...settings, trees: 30, maxDepth: 1, cuts });
      return new Set(forest.trees.map((tree) => tree.split(" ")[0])).size;
    };
    const step = target.map((_, i) => Number(i >= 150));
    target.set(step);
    expect(await cutsOf("best")).toBeLessThan(5);
    expect(await cutsOf("random")).toBeGreaterThan(20);
  });

  test("finds the columns that matter", async () => {
    const { matrix, target } = sample(400, 8, 2, 5);
    const { importance } = await alone.train(matrix, target, 2, { ...settings, trees: 30 });
    const order = [...importance.keys()].toSorted((a, b) => importance[b]! - importance[a]!);
    expect(order.slice(0, 3).toSorted()).toStrictEqual([0, 1, 2]);
  });

  test("is a single leaf when all rows are of one class", async () => {
    const { matrix } = sample(30, 4, 2, 6);
    const { forest } = await alone.train(matrix, new Float64Array(30), 2, { ...settings, trees: 2 });
    expect(forest.trees).toStrictEqual([":0*30", ":0*30"]);
    expect(ask(forest, rowOf(matrix, 0)).every((share) => share > 0)).toBe(true);
  });

  test("cuts between neighbouring values, where a decimal is shortest", () => {
    const { cuts, bins } = binned(Float64Array.of(0.1234, 0.31, 0.31, Number.NaN, 99, -5));
    expect([...cuts]).toStrictEqual([-2, 0.2, 50]);
    expect([...bins]).toStrictEqual([2, 3, 3, 0, 4, 1]);
  });

  test("has at most 255 ranges a column, of about equal size", () => {
    const { cuts, bins } = binned(Float64Array.from({ length: 5000 }, (_, i) => Math.sqrt(i)));
    expect(cuts.length).toBe(254);
    const sizes = new Map<number, number>();
    for (const b of bins) sizes.set(b, (sizes.get(b) ?? 0) + 1);
    expect(Math.max(...sizes.values())).toBeLessThan(22);
  });
});

describe.each([1, 2, 3, 40])("forests with %i outputs", (outputs) => {
  const shapes = Array.from({ length: 8 }, (_, seed) => ({
    seed,
    n: 20 + 30 * seed,
    p: 1 + seed,
    maxDepth: 1 + seed,
    minLeaf: 1 + (seed % 3),
  }));

  test.each(shapes)("agree between trainer, walk and ml-random-forest: %o", async ({ seed, n, p, maxDepth, minLeaf }) => {
    const { matrix, target } = sample(n, p, outputs, 100 * outputs + seed);
    const { forest } = await alone.train(matrix, target, outputs, { ...settings, trees: 5, maxDepth, minLeaf, seed });
    const source = random(seed, 9);
    const odd = [Number.NaN, 0, -0, 1e308, -1e308, 0.5, 1, 3];
    const rows = [
      ...Array.from({ length: n }, (_, i) => rowOf(matrix, i)),
      ...Array.from({ length: 20 }, () => Float64Array.from({ length: p }, () => odd[source.below(odd.length)]!)),
    ];
    const trees = forest.trees.map((tree) => ({ ...forest, trees: [tree] }));
    for (const row of rows) {
      expect(ask(forest, row)).toStrictEqual(mean(forest.trees.map((tree) => plainAnswer(forest, tree, row))));
    }
    const converted = toMlRandomForest(forest, "twice");
    const json = JSON.parse(JSON.stringify(converted)) as Parameters<typeof RandomForestRegression.load>[0] &
      Parameters<typeof RandomForestClassifier.load>[0];
    const loaded = outputs === 1 ? RandomForestRegression.load(json) : RandomForestClassifier.load(json);
    const values = loaded.predictionValues(rows.map((row) => mlRow(converted, [...row])));
    rows.forEach((row, i) => {
      const ours = trees.map((tree) => (outputs === 1 ? ask(tree, row)[0]! : largest(ask(tree, row))));
      expect(values.getRow(i)).toStrictEqual(ours);
    });
    expect(fromMlRandomForest(converted)).toStrictEqual(forest);
  });
});
