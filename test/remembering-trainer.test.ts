import { expect, test } from "vitest";
import type { ForestSettings, Trainer } from "../generator/learning.ts";
import { rememberingTrainer } from "../generator/remembering-trainer.ts";

const settings = { trees: 3, maxDepth: 2, minLeaf: 1, columnShare: 1, seed: 1 } as ForestSettings;
const target = Float64Array.of(0, 1);
const folds = Int32Array.of(0, 1);

/** A trainer that answers with a number of its own each time and lists the first cells of what it was asked. */
function listening(): { readonly asked: number[]; readonly trainer: Trainer } {
  const asked: number[] = [];
  const trainer: Pick<Trainer, "outOfFold"> = {
    outOfFold: (matrix) => {
      asked.push(matrix.columns[0]![0]!);
      return Promise.resolve(Float64Array.of(asked.length));
    },
  };
  return { asked, trainer: trainer as Trainer };
}

test("the same content is measured once, other content, folds or settings anew", async () => {
  const { asked, trainer } = listening();
  const remembering = rememberingTrainer(trainer);
  const ask = (first: number, at = folds, how = settings): Promise<Float64Array> =>
    remembering.outOfFold({ names: ["x"], columns: [Float64Array.of(first, 2)], n: 2 }, target, 2, at, how);
  expect(await ask(1)).toBe(await ask(1));
  expect(await ask(5)).not.toBe(await ask(1));
  expect(await ask(1, Int32Array.of(1, 0))).not.toBe(await ask(1));
  expect(await ask(1, folds, { ...settings, seed: 2 })).not.toBe(await ask(1));
  expect(asked).toStrictEqual([1, 5, 1, 1]);
});

test("the oldest answer is forgotten where answers grow too many, the latest never", async () => {
  const { asked, trainer } = listening();
  const remembering = rememberingTrainer(trainer, 8);
  const ask = (first: number): Promise<Float64Array> =>
    remembering.outOfFold({ names: ["x"], columns: [Float64Array.of(first, 2)], n: 2 }, target, 2, folds, settings);
  for (const first of [1, 2, 1, 3, 1, 2]) await ask(first);
  expect(asked).toStrictEqual([1, 2, 3, 2]);
});
