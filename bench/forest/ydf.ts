import { createRequire } from "node:module";
import type { Trainer } from "../../generator/learning.ts";
import { type Figure, lessIsBetter, takingTurns } from "../figure.ts";
import { emitted } from "./emitted.ts";
import { plain } from "./settings.ts";
import { matrixOf, type Table, table } from "./table.ts";

interface YdfModel {
  predict(examples: Readonly<Record<string, readonly number[]>>): unknown;
}

/** The parts of ydf-training and ydf-inference that are used. */
interface YdfTraining {
  readonly RandomForestLearner: new (label: string, task: string) => { train(csv: string): { save(): Promise<Blob> } };
}
interface YdfInference {
  loadModelFromZipBlob(blob: Buffer): Promise<YdfModel>;
}

/** Against YDF in WebAssembly: its forest has 300 trees of depth 16 at most, nothing else can be asked for; ours gets the same. None where it is not installed. */
export async function againstYdf(trainer: Trainer): Promise<Figure[]> {
  const rows = table(1000, 50, 2);
  const model = await ydf(table(5000, 50, 1)).catch(() => null);
  if (model === null) return [];
  const train = table(5000, 50, 1);
  const { forest } = await trainer.train(matrixOf(train), train.y, 2, { ...plain, trees: 300, maxDepth: 16, minLeaf: 5 });
  const own = await emitted(forest);
  const out = new Float64Array(2 * rows.n);
  const examples = Object.fromEntries(matrixOf(rows).columns.map((column, j) => [`c${j}`, [...column]]));
  const [ours, theirs] = await takingTurns(11, [
    { rows: rows.n, run: () => own.many(rows.x, out) },
    { rows: rows.n, run: () => model.predict(examples) },
  ]);
  return [
    lessIsBetter(
      "ask 300 trees of depth 16 about each of 1,000 rows",
      "µs",
      ours!,
      { name: "ydf-inference", value: theirs! },
      { times: 10 },
    ),
  ];
}

/** It logs by itself otherwise. */
const quiet = { print: () => {}, printErr: () => {} };

async function ydf({ n, p, x, y }: Table): Promise<YdfModel> {
  const require = createRequire(new URL("../package.json", import.meta.url));
  const training = (await (require("ydf-training") as (module: object) => Promise<YdfTraining>)(quiet)) satisfies YdfTraining;
  const inference = (await (require("ydf-inference") as (module: object) => Promise<YdfInference>)(quiet)) satisfies YdfInference;
  const names = Array.from({ length: p }, (_, j) => `c${j}`);
  const lines = Array.from({ length: n }, (_, i) => [...x.subarray(i * p, (i + 1) * p), y[i] === 1 ? "b" : "a"].join(","));
  const model = new training.RandomForestLearner("label", "CLASSIFICATION").train([[...names, "label"].join(","), ...lines].join("\n"));
  const blob = await model.save();
  return inference.loadModelFromZipBlob(Buffer.from(await blob.arrayBuffer()));
}
