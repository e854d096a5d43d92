import { RandomForestClassifier } from "ml-random-forest";
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ForestText, Trainer } from "../../generator/learning.ts";
import { decodeForest, forestOutputs } from "../../generator/walk.ts";
import { type Figure, median, timed } from "../figure.ts";
import { matrixOf, quality, rowsOf, type Table, table } from "./table.ts";

const sides = 2;

/** Probability of the second class for each row. */
export function secondOf(forest: ForestText, { n, x }: Table): Float64Array {
  const out = new Float64Array(sides * n);
  forestOutputs(decodeForest(forest), x, out);
  return Float64Array.from({ length: n }, (_, i) => out[sides * i + 1]!);
}

const settings = { maxDepth: 100, minLeaf: 1, columnShare: 0.33, criterion: "gini", cuts: "best", classWeights: null, seed: 1 } as const;
const timesBetter = (figure: string, ours: number, peer: number, peerName: string, goal: number | null): Figure => ({
  figure,
  unit: "ms",
  ours,
  peer,
  peerName,
  ratio: peer / ours,
  goal: goal === null ? "" : `${goal}×`,
  met: goal === null ? null : peer / ours >= goal,
});
const noLower = (figure: string, ours: number, peer: number, peerName: string, slack: number): Figure => ({
  figure,
  unit: "",
  ours,
  peer,
  peerName,
  ratio: ours / peer,
  goal: slack === 0 ? "no lower" : `no more than ${slack} lower`,
  met: ours >= peer - slack,
});

/** Against ml-random-forest: as many trees as it can grow while one waits. */
export async function againstMl(trainer: Trainer, n: number, p: number, trees: number): Promise<Figure[]> {
  const train = table(n, p, 1);
  const test = table(1000, p, 2);
  const size = `${n.toLocaleString("en")} × ${p}`;
  const grow = (count: number) => trainer.train(matrixOf(train), train.y, sides, { ...settings, trees: count });
  const ours = median(await timed(5, () => grow(trees)));
  const many = median(await timed(3, () => grow(100))) / 100;
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
  return [
    timesBetter(`train ${trees} trees, ${size}`, ours, theirs, "ml-random-forest", n === 5000 ? 200 : null),
    timesBetter(`train a tree of a hundred, ${size}`, many, theirs / trees, "ml-random-forest", n === 5000 ? 1000 : null),
    noLower(`accuracy of ${trees} trees, ${size}`, own.accuracy, other.accuracy, "ml-random-forest", 0),
    noLower(`AUC of ${trees} trees, ${size}`, own.auc, other.auc, "ml-random-forest", 0),
  ];
}

/** Against scikit-learn on one thread, both trying √p columns a split; none where python3-sklearn is missing. */
export async function againstSklearn(trainer: Trainer, n: number, p: number, trees: number): Promise<Figure[]> {
  const m = 10_000;
  const both = table(n + m, p, 1);
  const folder = mkdtempSync(join(tmpdir(), "kiln-bench-"));
  writeFileSync(join(folder, "x"), both.x);
  writeFileSync(join(folder, "y"), both.y);
  const script = fileURLToPath(new URL("peer.py", import.meta.url));
  const { status, stdout } = spawnSync("/usr/bin/python3", [script, String(n), String(p), String(m), String(trees), folder], {
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (status !== 0) return [];
  const peer = JSON.parse(stdout) as { readonly ms: number; readonly second: readonly number[] };
  const part = (from: number, to: number): Table => ({
    n: to - from,
    p,
    x: both.x.subarray(from * p, to * p),
    y: both.y.subarray(from, to),
  });
  const [train, test] = [part(0, n), part(n, n + m)];
  const columnShare = Math.floor(Math.sqrt(p)) / p;
  const grow = () => trainer.train(matrixOf(train), train.y, sides, { ...settings, trees, columnShare });
  const ours = median(await timed(3, grow));
  const own = quality(secondOf((await grow()).forest, test), test.y);
  const other = quality(peer.second, test.y);
  const size = `${n.toLocaleString("en")} × ${p}`;
  return [
    timesBetter(`train ${trees} trees, ${size}`, ours, peer.ms, "scikit-learn, one thread", 4),
    noLower(`accuracy of these, ${size}`, own.accuracy, other.accuracy, "scikit-learn", 0.003),
    noLower(`AUC of these, ${size}`, own.auc, other.auc, "scikit-learn", 0.003),
  ];
}

/** Two threads against one, and how time grows with rows. */
export async function againstItself(one: Trainer, two: Trainer): Promise<Figure[]> {
  const alone = await timeOf(one, 10_000, 50, 50);
  const small = await timeOf(one, 1000, 100, 10);
  const large = await timeOf(one, 100_000, 100, 2);
  const growth = large / 2 / (small / 10);
  const bound = (100 * Math.log2(100_000)) / Math.log2(1000);
  return [
    timesBetter("train 50 trees, 10,000 × 50, on two threads", await timeOf(two, 10_000, 50, 50), alone, "one thread", 1.7),
    {
      figure: "time of a tree at 100,000 × 100 over time at 1,000 × 100",
      unit: "×",
      ours: growth,
      peer: bound,
      peerName: "n log n",
      ratio: bound / growth,
      goal: "no worse",
      met: growth <= bound,
    },
  ];
}

async function timeOf(trainer: Trainer, n: number, p: number, trees: number): Promise<number> {
  const rows = table(n, p, 1);
  return median(await timed(3, () => trainer.train(matrixOf(rows), rows.y, sides, { ...settings, trees })));
}
