import { openTrainer } from "../../generator/train/trainer.ts";
import type { Figure } from "../figure.ts";
import { againstSklearn } from "../forest-training/sklearn.ts";
import { realTables } from "./tables.ts";

export const about =
  "Random forests of Kiln and of scikit-learn (Debian's), both trying √p columns at a split, unlimited depth: on three synthetic tables of two classes (as in bench forest), means over seeds on 20,000 test rows, 100 trees; " +
  "and on six real ones, 200 trees, all test rows of five folds, four times. Between two seeds of one kind of forest accuracy differs by up to .008 at 50,000 × 100.";

/** Trains; prints nothing. */
export async function run(): Promise<Figure[]> {
  const trainer = openTrainer({ workers: 2, workerFile: new URL("../../dist/forest-worker.js", import.meta.url) });
  const figures = [
    ...(await againstSklearn(trainer, 5000, 20, 4)),
    ...(await againstSklearn(trainer, 20_000, 50, 3)),
    ...(await againstSklearn(trainer, 50_000, 100, 2)),
    ...(await realTables(trainer)),
  ];
  await trainer.close();
  return figures;
}
