import { expect, test } from "vitest";
import { permutationImportance } from "../generator/importance.ts";
import type { RoundInput } from "../generator/round.ts";
import { random } from "../generator/random.ts";
import { startState } from "../generator/state.ts";
import { openTrainer } from "../generator/train/trainer.ts";
import type { Column, Dataset } from "../generator/types.ts";
import { assignFolds } from "../generator/weigh/folds.ts";
import { classes } from "./weigh/rows.ts";

const n = 300;
const source = random(4);
const column = (property: string): Column => ({ name: property, property, kind: "number", meaning: "", send: "shape" });
const rows = Array.from({ length: n }, () => ({ signal: source.below(1000), noise: source.below(1000), copy: 0 })).map((row) => ({
  ...row,
  copy: -row.signal,
}));
const dataset: Dataset = {
  ...classes(rows.map(({ signal }) => Number(source.below(10) < 1 !== signal > 500))),
  columns: ["signal", "noise", "copy"].map(column),
  rows,
};
const forest = {
  trees: 20,
  maxDepth: 6,
  minLeaf: 3,
  columnShare: 1,
  criterion: "gini",
  cuts: "best",
  classWeights: null,
  seed: 1,
} as const;
const folds = assignFolds(dataset, { kind: "random", folds: 4, repeats: 1, seed: 1 });
const trainer = openTrainer({ workers: 0, workerFile: "" });

function inputOf(columns: readonly string[], ridge: boolean): RoundInput {
  const some = { ...dataset, columns: dataset.columns.filter(({ property }) => columns.includes(property)) };
  const plan = { field: { outputs: 2, folds, forest }, bar: { confidence: 0.95, minLift: 0, seed: 1 }, share: 1, ridge };
  return { state: startState(some), plan, ports: { trainer } } as unknown as RoundInput;
}

test.each([false, true])(
  "what tells the class rises the loss out of fold when shuffled, what does not tell it does not (ridge: %s)",
  async (ridge) => {
    const found = await permutationImportance(inputOf(["signal", "noise"], ridge), 1);
    expect(found.map(({ source: name }) => name)).toStrictEqual(ridge ? ["signal", "ridge", "noise"] : ["signal", "noise"]);
    expect(found[0]!.low).toBeGreaterThan(0.3);
    expect(found.at(-1)!.low).toBeLessThan(0);
    expect(found.at(-1)!.value).toBeLessThan(found[0]!.value / 5);
  },
);

test("a column whose copy is there is leaned on less", async () => {
  const [alone] = await permutationImportance(inputOf(["signal", "noise"], false), 1);
  const beside = await permutationImportance(inputOf(["signal", "noise", "copy"], false), 1);
  expect(beside.find(({ source: name }) => name === "signal")!.value).toBeLessThan(alone!.value);
});

test("the same rows and seed give the same bits", async () => {
  const input = inputOf(["signal", "noise"], true);
  expect(await permutationImportance(input, 1)).toStrictEqual(await permutationImportance(input, 1));
});
