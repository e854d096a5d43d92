import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Trainer } from "../../generator/learning.ts";
import { decodeForest, forestOutputs } from "../../generator/walk.ts";
import { type Figure, lessIsBetter, median, timed } from "../figure.ts";
import { plain } from "../forest/settings.ts";
import { matrixOf, type Table, table } from "../forest/table.ts";
import { noLower } from "./train.ts";

const slack = 0.003;
const peerName = "scikit-learn";

/** Rows to learn from and rows to be asked about, of k classes. */
export interface Halves {
  readonly train: Table;
  readonly test: Table;
  readonly k: number;
}

interface Peer {
  readonly ms: number;
  /** By seed: rows × classes. */
  readonly shares: readonly (readonly number[])[];
}

/** scikit-learn's forests of seeds 1, 2 and so on for each pair of halves, in one process; null where python3-sklearn is missing. */
export function sklearn(all: readonly Halves[], trees: number, seeds: number): Peer[] | null {
  const jobs = all.map(({ train, test, k }) => {
    const folder = mkdtempSync(join(tmpdir(), "kiln-bench-"));
    writeFileSync(join(folder, "x"), Buffer.concat([train.x, test.x].map(bytes)));
    writeFileSync(join(folder, "y"), Buffer.concat([train.y, test.y].map(bytes)));
    return [train.n, train.p, test.n, k, trees, seeds, folder].join(" ");
  });
  const script = fileURLToPath(new URL("../forest-training/peer.py", import.meta.url));
  const { status, stdout } = spawnSync("/usr/bin/python3", [script], { input: `${jobs.join("\n")}\n`, encoding: "utf8", maxBuffer: 1e9 });
  if (status !== 0) return null;
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Peer);
}

function bytes(part: Float64Array): Uint8Array {
  return new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
}

/** Kiln's forest of a seed, trying √p columns at a split as scikit-learn does: shares of the test rows. */
export async function own({ train, test, k }: Halves, trainer: Trainer, trees: number, seed: number): Promise<Float64Array> {
  const columnShare = Math.floor(Math.sqrt(train.p)) / train.p;
  const { forest } = await trainer.train(matrixOf(train), train.y, k, { ...plain, trees, columnShare, seed });
  const out = new Float64Array(k * test.n);
  forestOutputs(decodeForest(forest), test.x, out);
  return out;
}

/** Time of 100 trees of one thread. */
export async function timeAgainstSklearn(trainer: Trainer, n: number, p: number): Promise<Figure[]> {
  const halves = halvesOf(n, p, 1000);
  const ours = median(await timed(3, () => own(halves, trainer, 100, 1)));
  const [peer] = sklearn([halves], 100, 1) ?? [];
  if (peer === undefined) return [];
  const value = { name: "scikit-learn, one thread", value: peer.ms };
  return [lessIsBetter(`train 100 trees, ${n.toLocaleString("en")} × ${p}`, "ms", ours, value, { times: 4 })];
}

/** Accuracy and AUC as means over seeds: one forest differs from another of the same kind by more than .003. */
export async function againstSklearn(trainer: Trainer, n: number, p: number, seeds: number): Promise<Figure[]> {
  const halves = halvesOf(n, p, 20_000);
  const [peer] = sklearn([halves], 100, seeds) ?? [];
  if (peer === undefined) return [];
  const shares: Float64Array[] = [];
  for (let seed = 1; seed <= seeds; seed++) shares.push(await own(halves, trainer, 100, seed));
  return qualities(`${n.toLocaleString("en")} × ${p}`, halves.test.y, 2, shares, peer.shares);
}

function halvesOf(n: number, p: number, m: number): Halves {
  const both = table(n + m, p, 1);
  const part = (from: number, to: number): Table => ({
    n: to - from,
    p,
    x: both.x.subarray(from * p, to * p),
    y: both.y.subarray(from, to),
  });
  return { train: part(0, n), test: part(n, n + m), k: 2 };
}

/** Accuracy and AUC, means over forests. */
export function qualities(
  what: string,
  y: Float64Array,
  k: number,
  ours: readonly ArrayLike<number>[],
  theirs: readonly ArrayLike<number>[],
): Figure[] {
  const scores = [
    ["accuracy", (shares: ArrayLike<number>) => accuracy(shares, y, k)],
    ["AUC", (shares: ArrayLike<number>) => auc(shares, y, k)],
  ] as const;
  return scores.map(([name, score]) => noLower(`${name}, ${what}`, meanOf(score, ours), meanOf(score, theirs), peerName, slack));
}

function meanOf(score: (shares: ArrayLike<number>) => number, all: readonly ArrayLike<number>[]): number {
  return all.reduce((sum, shares) => sum + score(shares), 0) / all.length;
}

function accuracy(shares: ArrayLike<number>, y: Float64Array, k: number): number {
  let right = 0;
  for (let i = 0; i < y.length; i++) {
    let best = 0;
    for (let c = 1; c < k; c++) if (shares[i * k + c]! > shares[i * k + best]!) best = c;
    right += Number(best === y[i]);
  }
  return right / y.length;
}

/** Area under the ROC curve, ties counted half; of more than two classes the mean of each against the rest. */
function auc(shares: ArrayLike<number>, y: Float64Array, k: number): number {
  const classes = k === 2 ? [1] : Array.from({ length: k }, (_, c) => c);
  return (
    classes.reduce(
      (sum, c) =>
        sum +
        areaOf(
          (i) => shares[i * k + c]!,
          (i) => Number(y[i] === c),
          y.length,
        ),
      0,
    ) / classes.length
  );
}

function areaOf(score: (i: number) => number, isOne: (i: number) => number, n: number): number {
  const order = Array.from({ length: n }, (_, i) => i).toSorted((a, b) => score(a) - score(b));
  let ranks = 0;
  let ones = 0;
  for (let from = 0, to = 0; from < n; from = to) {
    while (to < n && score(order[to]!) === score(order[from]!)) to++;
    for (let at = from; at < to; at++) {
      ranks += isOne(order[at]!) * ((from + to + 1) / 2);
      ones += isOne(order[at]!);
    }
  }
  return (ranks - (ones * (ones + 1)) / 2) / (ones * (n - ones));
}
