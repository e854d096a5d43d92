import { RandomForestClassifier, RandomForestRegression } from "ml-random-forest";
import { expect, test } from "vitest";
import type { ForestSettings, ForestText } from "../../../generator/learning.ts";
import { random, type Random } from "../../../generator/random.ts";
import { type Job, pseudoOf } from "../../../generator/train/forest.ts";
import { mlRow, toMlRandomForest } from "../../../generator/train/interop.ts";
import { tableOf } from "../../../generator/train/table.ts";
import { doTask } from "../../../generator/train/task.ts";
import { decodeForest, forestOutput, forestOutputs } from "../../../generator/walk.ts";

const odd = [Number.NaN, 0, -0, 1, -1, 0.5, 1e308, -1e308, 5e-324, 0.1, 1e-7, 123456.789];

/** Columns of one value, of two, of few that meet thresholds exactly, of decimals, of odd numbers, of nothing but gaps. */
function columnOf(n: number, source: Random): Float64Array {
  const kind = source.below(6);
  const cell = [
    () => 3,
    () => source.below(2),
    () => source.below(5) / 2 - 1,
    () => source.below(1_000_000) / 997 - 300,
    () => odd[source.below(odd.length)]!,
    () => Number.NaN,
  ][kind]!;
  return Float64Array.from({ length: n }, cell);
}

interface Case {
  readonly job: Job;
  readonly columns: readonly Float64Array[];
  readonly rows: Int32Array;
}

function caseOf(seed: number): Case {
  const source = random(seed, 3);
  const n = 1 + source.below(40);
  const p = 1 + source.below(6);
  const outputs = [1, 2, 2, 3, 5, 40][source.below(6)]!;
  const columns = Array.from({ length: p }, () => columnOf(n, source));
  const alike = source.below(10) === 0;
  const target = Float64Array.from({ length: n }, () => (outputs === 1 ? source.below(1000) / 7 : alike ? 0 : source.below(outputs)));
  const settings: ForestSettings = {
    trees: 3,
    maxDepth: 1 + source.below(14),
    minLeaf: 1 + source.below(3),
    columnShare: 0.1 + source.below(10) / 10,
    criterion: source.below(3) === 0 ? "entropy" : "gini",
    cuts: source.below(3) === 0 ? "random" : "best",
    classWeights: outputs > 1 && source.below(4) === 0 ? Array.from({ length: outputs }, () => 0.5 + source.below(8)) : null,
    seed,
  };
  const table = tableOf({ names: columns.map((_, j) => `c${j}`), columns, n });
  return { job: { table, target, outputs, settings }, columns, rows: Int32Array.from({ length: n }, (_, i) => i) };
}

function largest(shares: readonly number[]): number {
  return shares.indexOf(Math.max(...shares));
}

/** What the trainer, the emitted walk (row by row and all at once) and ml-random-forest say of every row, one line a tree. */
function opinions({ job, columns, rows }: Case): readonly (readonly number[][])[] {
  const { outputs } = job;
  const { lines } = doTask(job, { rows, from: 0, to: 3, asked: null });
  const { places, answers } = doTask(job, { rows, from: 0, to: 3, asked: rows });
  const forest: ForestText = { columns: columns.map((_, j) => `c${j}`), outputs, pseudo: pseudoOf(outputs), trees: lines };
  const trained = lines.map((_, t) =>
    [...rows].flatMap((i) => Array.from(answers.subarray(places[t * rows.length + i]!, places[t * rows.length + i]! + outputs))),
  );
  const x = Float64Array.from([...rows].flatMap((i) => columns.map((column) => column[i]!)));
  const walked = lines.map((line) => {
    const tree = decodeForest({ ...forest, trees: [line] });
    const out = new Float64Array(outputs);
    return [...rows].flatMap((i) => {
      forestOutput(tree, x.slice(i * columns.length, (i + 1) * columns.length), out);
      return [...out];
    });
  });
  const atOnce = lines.map((line) => {
    const out = new Float64Array(rows.length * outputs);
    forestOutputs(decodeForest({ ...forest, trees: [line] }), x, out);
    return [...out];
  });
  const converted = toMlRandomForest(forest, "twice");
  const json = JSON.parse(JSON.stringify(converted)) as Parameters<typeof RandomForestRegression.load>[0] &
    Parameters<typeof RandomForestClassifier.load>[0];
  const loaded = outputs === 1 ? RandomForestRegression.load(json) : RandomForestClassifier.load(json);
  const values = loaded.predictionValues(
    [...rows].map((i) =>
      mlRow(
        converted,
        columns.map((column) => column[i]!),
      ),
    ),
  );
  const voted = lines.map((_, t) => [...rows].map((i) => values.getRow(i)[t]!));
  const votes = walked.map((line) =>
    [...rows].map((i) => (outputs === 1 ? line[i]! : largest(line.slice(i * outputs, (i + 1) * outputs)))),
  );
  return [trained, walked, atOnce, voted, votes];
}

test("a thousand forests of odd shapes say the same, tree by tree, in the trainer, in the emitted walk and in ml-random-forest", () => {
  for (let seed = 0; seed < 1000; seed++) {
    const [trained, walked, atOnce, voted, votes] = opinions(caseOf(seed));
    expect(walked, `seed ${seed}`).toStrictEqual(trained);
    expect(atOnce, `seed ${seed}`).toStrictEqual(trained);
    expect(voted, `seed ${seed}`).toStrictEqual(votes);
  }
});
