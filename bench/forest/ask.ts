import { RandomForestClassifier } from "ml-random-forest";
import { toMlRandomForest } from "../../generator/train/interop.ts";
import type { ForestText, Trainer } from "../../generator/learning.ts";
import { decodeForest, forestOutput, forestOutputs } from "../../generator/walk.ts";
import { type Figure, median, timed } from "../figure.ts";
import { toOnnx } from "../../generator/train/onnx.ts";
import { matrixOf, rowsOf, type Table, table } from "./table.ts";

/** The part of onnxruntime-node that is used. */
interface Onnx {
  readonly InferenceSession: {
    create(model: Uint8Array, options: object): Promise<{ run(feeds: object, fetches: readonly string[]): Promise<unknown> }>;
  };
  readonly Tensor: new (type: "float32", values: Float32Array, shape: readonly number[]) => object;
}

const plain = { criterion: "gini", cuts: "best", classWeights: null, seed: 1 } as const;

const goals = new Map([
  [5, { ml: 130, onnx: 25, batch: 6 }],
  [8, { ml: 110, onnx: 15, batch: 5 }],
  [12, { ml: 85, onnx: 9, batch: 3.5 }],
]);
const perRow = (figure: string, ours: number, peer: number, peerName: string, goal: number): Figure => ({
  figure,
  unit: "µs",
  ours,
  peer,
  peerName,
  ratio: peer / ours,
  goal: `${goal}×`,
  met: peer / ours >= goal,
});

/** One row at a time and a thousand at once, 100 trees; onnxruntime-node where it is installed. */
export async function asking(trainer: Trainer): Promise<Figure[]> {
  const train = table(20_000, 50, 1);
  const rows = table(1000, 50, 2);
  const onnx = (await import("onnxruntime-node" as string).catch(() => null)) as Onnx | null;
  const figures: Figure[] = [];
  for (const [maxDepth, goal] of goals) {
    const { forest } = await trainer.train(matrixOf(train), train.y, 2, { trees: 100, maxDepth, minLeaf: 1, columnShare: 0.33, ...plain });
    const what = `100 trees of depth ${maxDepth}`;
    const single = await oneByOne(forest, rows);
    const batch = await atOnce(forest, rows);
    figures.push(perRow(`ask ${what} about one row`, single, await mlTime(forest, rows), "ml-random-forest", goal.ml));
    if (onnx === null) continue;
    const session = await onnx.InferenceSession.create(toOnnx(forest), { intraOpNumThreads: 1, interOpNumThreads: 1 });
    const tensor = (from: number, to: number): object => ({
      x: new onnx.Tensor("float32", Float32Array.from(rows.x.subarray(from * 50, to * 50)), [to - from, 50]),
    });
    const one = median(
      await timed(5, async () => {
        for (let i = 0; i < 1000; i++) await session.run(tensor(i, i + 1), ["probabilities"]);
      }),
    );
    const all = median(await timed(15, () => session.run(tensor(0, 1000), ["probabilities"])));
    figures.push(perRow(`ask ${what} about one row`, single, one, "onnxruntime-node", goal.onnx));
    figures.push(perRow(`ask ${what} about each of 1,000 rows`, batch, all, "onnxruntime-node", goal.batch));
  }
  return [...figures, ...(await sizes(trainer, train, rows))];
}

/** Microseconds a row: milliseconds of a thousand rows. */
async function oneByOne(forest: ForestText, { n, p, x }: Table): Promise<number> {
  const walked = decodeForest(forest);
  const out = new Float64Array(2);
  const rows = Array.from({ length: n }, (_, i) => x.slice(i * p, (i + 1) * p));
  return median(await timed(30, () => rows.forEach((row) => forestOutput(walked, row, out))));
}

async function atOnce(forest: ForestText, { n, x }: Table): Promise<number> {
  const walked = decodeForest(forest);
  const out = new Float64Array(2 * n);
  return median(await timed(30, () => forestOutputs(walked, x, out)));
}

async function mlTime(forest: ForestText, rows: Table): Promise<number> {
  const json = JSON.stringify(toMlRandomForest(forest));
  const loaded = RandomForestClassifier.load(JSON.parse(json) as Parameters<typeof RandomForestClassifier.load>[0]);
  const plain = rowsOf(rows);
  return median(await timed(3, () => plain.forEach((row) => loaded.predict([row]))));
}

/** A forest as arrays of numbers, the plain way to store one. */
interface Arrays {
  readonly column: number[];
  readonly below: number[];
  readonly yes: number[];
  readonly no: number[];
  readonly shares: number[][];
}

/** Size of the text, and time from it to the first answer, against JSON arrays. */
async function sizes(trainer: Trainer, train: Table, rows: Table): Promise<Figure[]> {
  const { forest } = await trainer.train(matrixOf(train), train.y, 2, {
    trees: 100,
    maxDepth: 10,
    minLeaf: 1,
    columnShare: 0.33,
    ...plain,
  });
  const text = JSON.stringify(forest);
  const json = JSON.stringify(forest.trees.map((tree) => arraysOf(tree, forest.pseudo)));
  const x = rows.x.slice(0, rows.p);
  const out = new Float64Array(2);
  const ours = median(await timed(9, () => forestOutput(decodeForest(JSON.parse(text) as ForestText), x, out)));
  const theirs = median(await timed(9, () => (JSON.parse(json) as Arrays[]).forEach((tree) => walk(tree, x))));
  const [kb, peer] = [text.length / 1024, json.length / 1024];
  return [
    {
      figure: "size of 100 trees of depth 10",
      unit: "KB",
      ours: kb,
      peer,
      peerName: "JSON arrays",
      ratio: peer / kb,
      goal: "4×",
      met: peer / kb >= 4,
    },
    {
      figure: "from their text to the first answer",
      unit: "ms",
      ours,
      peer: theirs,
      peerName: "JSON arrays",
      ratio: theirs / ours,
      goal: "no slower",
      met: ours <= theirs,
    },
  ];
}

function arraysOf(tree: string, pseudo: readonly number[]): Arrays {
  const arrays: Arrays = { column: [], below: [], yes: [], no: [], shares: [] };
  const tokens = tree.split(" ");
  const visit = (): number => {
    const node = arrays.column.length;
    const [column, below] = tokens[node]!.split("<");
    arrays.column.push(below === undefined ? -1 : Number(column));
    arrays.below.push(Number(below ?? 0));
    arrays.yes.push(0);
    arrays.no.push(0);
    if (below === undefined) {
      const counts = [...pseudo];
      for (const part of column!.slice(1).split(",")) counts[Number(part.split("*")[0])]! += Number(part.split("*")[1] ?? 1);
      const sum = counts.reduce((total, count) => total + count, 0);
      arrays.yes[node] = arrays.shares.push(counts.map((count) => count / sum)) - 1;
    } else {
      arrays.yes[node] = visit();
      arrays.no[node] = visit();
    }
    return node;
  };
  visit();
  return arrays;
}

function walk({ column, below, yes, no, shares }: Arrays, x: Float64Array): number[] {
  let node = 0;
  while (column[node]! >= 0) node = x[column[node]!]! < below[node]! ? yes[node]! : no[node]!;
  return shares[yes[node]!]!;
}
