import { openTrainer } from "../../generator/train/trainer.ts";
import type { Figure } from "../figure.ts";
import { asking } from "./ask.ts";
import { engines } from "./engines.ts";
import { sizes } from "./size.ts";
import { againstYdf } from "./ydf.ts";

export const about =
  "Asking random forests of two classes, grown on 20,000 × 50 synthetic rows (10 informative columns, 5 sums of these, the rest noise), about 1,000 other rows. " +
  "Each forest is a module of its own with the emitted walk, as in a folder that Kiln emits. Kiln and peer take turns in one process, times are medians. " +
  "onnxruntime-node runs Kiln's own ONNX export on one thread. Nested ifs and code like m2cgen's are generated here from the same trees. The C walks the same tables, eight trees interleaved, gcc -O3 -march=native, and gives the same bits. " +
  "Training and its accuracy: bench forest-training.";

/** Asks; prints nothing. */
export async function run(): Promise<Figure[]> {
  const trainer = openTrainer({ workers: 0, workerFile: "" });
  const figures = [...(await asking(trainer)), ...(await againstYdf(trainer)), ...(await sizes(trainer)), ...engines()];
  await trainer.close();
  return figures;
}
