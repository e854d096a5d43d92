import { RandomForestClassifier } from "ml-random-forest";
import { toMlRandomForest } from "../../generator/train/interop.ts";
import { toOnnx } from "../../generator/train/onnx.ts";
import { forestCost } from "../../generator/forest-cost.ts";
import type { ForestText, Trainer } from "../../generator/learning.ts";
import { type Figure, lessIsBetter, median, takingTurns, type Work } from "../figure.ts";
import { likeM2cgen, nestedIfs } from "./branches.ts";
import { type Emitted, emitted } from "./emitted.ts";
import { native } from "./native.ts";
import { plain } from "./settings.ts";
import { matrixOf, rowsOf, type Table, table } from "./table.ts";

/** The part of onnxruntime-node that is used. */
interface Onnx {
  readonly InferenceSession: {
    create(
      model: Uint8Array,
      options: object,
    ): Promise<{ run(feeds: object, fetches: readonly string[]): Promise<Readonly<Record<string, { readonly data: Float32Array }>>> }>;
  };
  readonly Tensor: new (type: "float32", values: Float32Array, shape: readonly number[]) => object;
}

interface Goals {
  readonly ml: number;
  readonly onnx: number;
  readonly batch: number;
  readonly native: number;
}

const goals = new Map<number, Goals>([
  [5, { ml: 130, onnx: 25, batch: 6, native: 1.2 }],
  [8, { ml: 110, onnx: 15, batch: 5, native: 1.2 }],
  [12, { ml: 85, onnx: 9, batch: 3.5, native: 1.6 }],
]);

/** One row at a time and a thousand at once, 100 trees; onnxruntime-node and gcc where they are installed. */
export async function asking(trainer: Trainer): Promise<Figure[]> {
  const train = table(20_000, 50, 1);
  const rows = table(1000, 50, 2);
  const figures: Figure[] = [];
  for (const [maxDepth, goal] of goals) {
    const { forest } = await trainer.train(matrixOf(train), train.y, 2, { ...plain, trees: 100, maxDepth });
    const own = await emitted(forest);
    figures.push(...(await oneRow(forest, own, rows, maxDepth, goal)), ...(await manyRows(forest, own, rows, maxDepth, goal)));
  }
  return figures;
}

/** Turns are many and short, about a millisecond each: then most of them are not interrupted by whatever else runs on the machine. */
const turns = 101;

async function oneRow(forest: ForestText, own: Emitted, rows: Table, maxDepth: number, goal: Goals): Promise<Figure[]> {
  const { n, p, x } = rows;
  const out = new Float64Array(2);
  const each = Array.from({ length: n }, (_, i) => x.slice(i * p, (i + 1) * p));
  const few = rowsOf(rows).slice(0, 10);
  const session = await onnxSession(forest, rows);
  const mine = work(each, (row) => own.one(row, out));
  for (let i = 0; i < 50; i++) mine.run();
  const against = async (name: string, times: number, peer: Work): Promise<Figure> => {
    const [ours, theirs] = await takingTurns(turns, [mine, peer]);
    return lessIsBetter(`ask 100 trees of depth ${maxDepth} about one row`, "µs", ours!, { name, value: theirs! }, { times });
  };
  const [alone] = await takingTurns(turns, [mine]);
  const figures = [
    lessIsBetter(
      `ask 100 trees of depth ${maxDepth}, measured against counted`,
      "µs",
      alone!,
      { name: "forest-cost.ts", value: forestCost(forest).microseconds },
      null,
    ),
    await against("ml-random-forest", goal.ml, { rows: few.length, run: mlRandomForest(forest, few) }),
  ];
  if (session !== null) figures.push(await against("onnxruntime-node", goal.onnx, { rows: 40, run: () => session.oneByOne(40) }));
  for (const [name, times, predict] of [
    ["nested ifs", 4, await nestedIfs(forest)],
    ["code like m2cgen's", 8, await likeM2cgen(forest)],
  ] as const) {
    const theirs = work(each.slice(0, 100), predict);
    /** A hundred functions take their time until the engine has made machine code of them all. */
    for (let i = 0; i < 400; i++) theirs.run();
    figures.push(await against(name, times, theirs));
  }
  return figures;
}

function work(rows: readonly Float64Array[], ask: (row: Float64Array) => unknown): Work {
  return {
    rows: rows.length,
    run: () => {
      for (const row of rows) ask(row);
    },
  };
}

function mlRandomForest(forest: ForestText, rows: readonly number[][]): () => void {
  const json = JSON.parse(JSON.stringify(toMlRandomForest(forest))) as Parameters<typeof RandomForestClassifier.load>[0];
  const loaded = RandomForestClassifier.load(json);
  return () => rows.forEach((row) => loaded.predict([row]));
}

async function manyRows(forest: ForestText, own: Emitted, rows: Table, maxDepth: number, goal: Goals): Promise<Figure[]> {
  const out = new Float64Array(2 * rows.n);
  const figure = `ask 100 trees of depth ${maxDepth} about each of 1,000 rows`;
  const session = await onnxSession(forest, rows);
  const mine: Work = { rows: rows.n, run: () => own.many(rows.x, out) };
  const figures: Figure[] = [];
  for (let i = 0; i < 50; i++) mine.run();
  if (session !== null) {
    const [ours, theirs] = await takingTurns(turns, [mine, { rows: rows.n, run: () => session.atOnce() }]);
    figures.push(lessIsBetter(figure, "µs", ours!, { name: "onnxruntime-node", value: theirs! }, { times: goal.batch }));
    figures.push(await differences(session, own, rows, maxDepth));
  }
  const inC = native(forest, rows.x);
  if (inC === null) return figures;
  const ratios: { readonly ours: number; readonly theirs: number }[] = [];
  for (let turn = 0; turn < 9; turn++) {
    const [ours] = await takingTurns(21, [mine]);
    const { ns, sum } = inC(21);
    const own = out.reduce((total, share, at) => (at % 2 === 1 ? total + share : total), 0);
    if (sum !== own) throw new Error(`C says ${sum}, the walk ${own}`);
    ratios.push({ ours: ours!, theirs: ns / 1000 });
  }
  const ours = median(ratios.map((one) => one.ours));
  const theirs = median(ratios.map((one) => one.theirs));
  figures.push(
    lessIsBetter(
      figure,
      "µs",
      ours,
      { name: "C at -O3, same tables", value: theirs },
      { times: 1 / goal.native, text: `within ${goal.native}×` },
    ),
  );
  return figures;
}

/** How far ONNX's answers, in single precision, are from ours at most. */
async function differences(session: Session, own: Emitted, rows: Table, maxDepth: number): Promise<Figure> {
  const out = new Float64Array(2 * rows.n);
  own.many(rows.x, out);
  const theirs = await session.atOnce();
  const most = out.reduce((far, share, at) => Math.max(far, Math.abs(share - theirs[at]!)), 0);
  return {
    figure: `largest difference of a share, depth ${maxDepth}, exported as ONNX`,
    unit: "",
    ours: most,
    peer: null,
    peerName: null,
    ratio: null,
    goal: "below 1e-6",
    met: most < 1e-6,
  };
}

interface Session {
  readonly oneByOne: (count: number) => Promise<void>;
  readonly atOnce: () => Promise<Float32Array>;
}

async function onnxSession(forest: ForestText, { n, p, x }: Table): Promise<Session | null> {
  const onnx = (await import("onnxruntime-node" as string).catch(() => null)) as Onnx | null;
  if (onnx === null) return null;
  const session = await onnx.InferenceSession.create(toOnnx(forest), { intraOpNumThreads: 1, interOpNumThreads: 1 });
  const tensor = (from: number, to: number): object => ({
    x: new onnx.Tensor("float32", Float32Array.from(x.subarray(from * p, to * p)), [to - from, p]),
  });
  const all = tensor(0, n);
  return {
    oneByOne: async (count) => {
      for (let i = 0; i < count; i++) await session.run(tensor(i, i + 1), ["probabilities"]);
    },
    atOnce: async () => (await session.run(all, ["probabilities"]))["probabilities"]!.data,
  };
}
