import { RandomForestClassifier } from "ml-random-forest";
import { random } from "../../generator/random.ts";
import { openTrainer } from "../../generator/train/trainer.ts";
import { toMlRandomForest } from "../../generator/train/interop.ts";
import type { Matrix } from "../../generator/learning.ts";
import { decodeForest, forestOutput } from "../../generator/walk.ts";
import { type Figure, median, timed } from "../figure.ts";

export const about =
  "Training and asking a random forest, two classes, synthetic columns (10 informative, 5 sums of these, the rest noise; 5 % of labels flipped; seed 1), " +
  "1,000 test rows. Times are medians, all taken in one run on one thread. ml-random-forest 2.1.0 with the settings that work " +
  "(gainThreshold 0, all columns, bootstrap, no out-of-bag); its training takes minutes at 5,000 × 50, so both train 3 trees there.";

interface Table {
  readonly matrix: Matrix;
  readonly rows: readonly (readonly number[])[];
  readonly target: Float64Array;
}

/** Rows whose class is the sign of a sum of products and steps of the informative columns. */
function table(n: number, p: number, seed: number): Table {
  const source = random(seed);
  const unit = (): number => source.below(2 ** 30) / 2 ** 30 - 0.5;
  const rows = Array.from({ length: n }, () => {
    const row = Array.from({ length: p }, () => unit() + unit() + unit());
    for (let j = 10; j < 15 && j < p; j++) row[j] = row[j - 10]! + row[j - 9]! / 2;
    return row;
  });
  const target = Float64Array.from(rows, (x) => {
    const signal =
      x[0]! * x[1]! * 4 + x[2]! + Math.abs(x[3]!) - x[4]! * x[5]! * 3 + (x[6]! > 0.3 ? 0.6 : -0.2) + x[7]! / 2 - x[8]! + x[9]! * x[9]!;
    return Number(signal > 0.35) ^ Number(source.below(20) === 0);
  });
  const columns = Array.from({ length: p }, (_, j) => Float64Array.from(rows, (row) => row[j]!));
  return { matrix: { names: columns.map((_, j) => `c${j}`), columns, n }, rows, target };
}

function right(said: readonly number[], target: Float64Array): number {
  return said.filter((label, i) => label === target[i]).length / said.length;
}

/** Trains and asks; prints nothing. */
export async function run(): Promise<Figure[]> {
  const trainer = openTrainer({ workers: 0, workerFile: new URL(import.meta.url) });
  const figures: Figure[] = [];
  for (const [n, p, trees] of [
    [1000, 20, 10],
    [5000, 50, 3],
  ] as const) {
    const train = table(n, p, 1);
    const test = table(1000, p, 2);
    const settings = { trees, maxDepth: 30, minLeaf: 1, columnShare: 0.33, seed: 1 };
    const folds = new Int32Array(n + 1000).fill(1, 0, n);
    const both = {
      ...train.matrix,
      n: n + 1000,
      columns: train.matrix.columns.map((column, j) => Float64Array.of(...column, ...test.matrix.columns[j]!)),
    };
    const target = Float64Array.of(...train.target, ...test.target);
    const sides = Int32Array.from(folds);
    const ours = median(
      await timed(5, () =>
        trainer.train(
          { ...train.matrix, columns: train.matrix.columns.map((column) => Float64Array.from(column)) },
          train.target,
          2,
          settings,
        ),
      ),
    );
    const answers = await trainer.outOfFold(both, target, 2, sides, settings);
    const oursRight = right(
      test.rows.map((_, i) => Number(answers[2 * (n + i) + 1]! > answers[2 * (n + i)]!)),
      test.target,
    );
    const peer = new RandomForestClassifier({
      seed: 1,
      nEstimators: trees,
      maxFeatures: 1.0,
      replacement: true,
      noOOB: true,
      treeOptions: { gainThreshold: 0, minNumSamples: 1, maxDepth: 30 },
    });
    const theirs = median(
      await timed(1, () =>
        peer.train(
          train.rows.map((row) => [...row]),
          [...train.target],
        ),
      ),
    );
    const theirsRight = right(peer.predict(test.rows.map((row) => [...row])), test.target);
    const size = `${n.toLocaleString("en")} × ${p}`;
    figures.push(
      {
        figure: `train ${trees} trees, ${size}, with out-of-bag and importance`,
        unit: "ms",
        ours,
        peer: theirs,
        peerName: "ml-random-forest",
        ratio: theirs / ours,
        goal: n === 5000 ? "200×" : "",
        met: n === 5000 ? theirs / ours >= 200 : null,
      },
      {
        figure: `accuracy of these, ${size}`,
        unit: "share",
        ours: oursRight,
        peer: theirsRight,
        peerName: "ml-random-forest",
        ratio: oursRight / theirsRight,
        goal: "no lower",
        met: oursRight >= theirsRight,
      },
    );
  }
  const big = table(5000, 50, 1);
  for (const maxDepth of [5, 8, 12]) {
    const { forest } = await trainer.train(big.matrix, big.target, 2, { trees: 100, maxDepth, minLeaf: 1, columnShare: 0.33, seed: 1 });
    const walked = decodeForest(forest);
    const out = new Float64Array(2);
    const inputs = big.rows.slice(0, 1000).map((row) => Float64Array.from(row));
    const ours = median(await timed(15, () => inputs.forEach((row) => forestOutput(walked, row, out))));
    const loaded = RandomForestClassifier.load(
      JSON.parse(JSON.stringify(toMlRandomForest(forest))) as Parameters<typeof RandomForestClassifier.load>[0],
    );
    const plain = big.rows.slice(0, 1000).map((row) => [...row]);
    const theirs = median(await timed(3, () => plain.forEach((row) => loaded.predict([row]))));
    figures.push({
      figure: `ask one row, 100 trees, depth ${maxDepth}`,
      unit: "µs",
      ours,
      peer: theirs,
      peerName: "ml-random-forest",
      ratio: theirs / ours,
      goal: "",
      met: null,
    });
  }
  await trainer.close();
  return figures;
}
