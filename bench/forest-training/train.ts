import { RandomForestClassifier } from "ml-random-forest";
import type { ForestText, Trainer } from "../../generator/learning.ts";
import { decodeForest, forestOutputs } from "../../generator/walk.ts";
import { type Figure, lessIsBetter, median, takingTurns, timed } from "../figure.ts";
import { plain } from "../forest/settings.ts";
import { matrixOf, quality, rowsOf, type Table, table } from "../forest/table.ts";

const sides = 2;

/** Probability of the second class for each row. */
export function secondOf(forest: ForestText, { n, x }: Table): Float64Array {
  const out = new Float64Array(sides * n);
  forestOutputs(decodeForest(forest), x, out);
  return Float64Array.from({ length: n }, (_, i) => out[sides * i + 1]!);
}

/** A figure of which more is better, by its distance from a peer's. */
export function noLower(figure: string, ours: number, peer: number, peerName: string, slack: number): Figure {
  const goal = slack === 0 ? "no lower" : `no more than ${slack} lower`;
  return { figure, unit: "", ours, peer, peerName, ratio: ours / peer, goal, met: ours >= peer - slack };
}

/** Against ml-random-forest: as many trees as it can grow while one waits. */
export async function againstMl(trainer: Trainer, n: number, p: number, trees: number): Promise<Figure[]> {
  const train = table(n, p, 1);
  const test = table(1000, p, 2);
  const size = `${n.toLocaleString("en")} × ${p}`;
  const grow = (count: number) => trainer.train(matrixOf(train), train.y, sides, { ...plain, trees: count });
  const many = median(await timed(5, () => grow(100))) / 100;
  const treeOptions = { gainThreshold: 0, minNumSamples: 1, maxDepth: 100 };
  const peer = new RandomForestClassifier({ seed: 1, nEstimators: trees, maxFeatures: 1.0, replacement: true, noOOB: true, treeOptions });
  const rows = rowsOf(train);
  const theirs = median(await timed(1, () => peer.train(rows, [...train.y])));
  const own = quality(secondOf((await grow(trees)).forest, test), test.y);
  const values = peer.predictionValues(rowsOf(test));
  const other = quality(
    Array.from({ length: test.n }, (_, i) => values.getRow(i).reduce((sum, label) => sum + label, 0) / trees),
    test.y,
  );
  const name = "ml-random-forest";
  return [
    lessIsBetter(`train a tree of a hundred, ${size}`, "ms", many, { name, value: theirs / trees }, n === 5000 ? { times: 1000 } : null),
    noLower(`accuracy of ${trees} trees, ${size}`, own.accuracy, other.accuracy, name, 0),
    noLower(`AUC of ${trees} trees, ${size}`, own.auc, other.auc, name, 0),
  ];
}

/** Two threads against one. The threads are warm, as they are in a run that weighs candidates. */
export async function twoThreads(one: Trainer, two: Trainer): Promise<Figure> {
  const rows = table(20_000, 50, 1);
  const matrix = matrixOf(rows);
  const work = (trainer: Trainer) => ({ rows: 1000, run: () => trainer.train(matrix, rows.y, sides, { ...plain, trees: 50 }) });
  const [alone, together] = await takingTurns(5, [work(one), work(two)]);
  return lessIsBetter(
    "train 50 trees, 20,000 × 50, on two threads",
    "ms",
    together!,
    { name: "one thread", value: alone! },
    { times: 1.7 },
  );
}
