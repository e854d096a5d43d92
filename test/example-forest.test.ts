import { RandomForestClassifier } from "ml-random-forest";
import { expect, test } from "vitest";
import { features, parseRow } from "../generated/tickets/index.ts";
import { forest as emitted } from "../generated/tickets/forest.ts";
import { decodeForest, forestOutput } from "../generated/tickets/walk.ts";
import { loadConfig } from "../generator/load-config.ts";
import { loadRows } from "../generator/load-rows.ts";
import { readModels } from "../generator/output/models.ts";
import { mlRow, toMlRandomForest } from "../generator/train/interop.ts";

test("RandomForestClassifier.load of the example's forest.json agrees tree by tree with the emitted forest on every row", async () => {
  const config = await loadConfig("examples/tickets/kiln.config.ts");
  const { rows } = (await loadRows(config)).dataset;
  const { forest } = await readModels(config.models);
  const converted = toMlRandomForest(forest, "twice");
  const loaded = RandomForestClassifier.load(JSON.parse(JSON.stringify(converted)) as Parameters<typeof RandomForestClassifier.load>[0]);
  const inputs = rows.map((row) => Object.values(features(parseRow(row))).map((value) => value ?? Number.NaN));
  const theirs = loaded.predictionValues(inputs.map((input) => mlRow(converted, input)));
  const trees = emitted.trees.map((tree) => decodeForest({ ...emitted, trees: [tree] }));
  const shares = new Float64Array(emitted.outputs);
  const differing = inputs.filter((input, i) => {
    const ours = trees.map((tree) => {
      forestOutput(tree, Float64Array.from(input), shares);
      return shares.indexOf(Math.max(...shares));
    });
    const said = theirs.getRow(i);
    return said.length !== ours.length || ours.some((label, t) => label !== said[t]);
  });
  expect(rows).toHaveLength(1200);
  expect(trees).toHaveLength(forest.trees.length);
  expect(differing).toHaveLength(0);
});
