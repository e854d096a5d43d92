import { openTrainer } from "../../generator/train/trainer.ts";
import type { Figure } from "../figure.ts";
import { growth } from "./growth.ts";
import { againstSklearn } from "./sklearn.ts";
import { realTables } from "./tables.ts";
import { againstMl, twoThreads } from "./train.ts";

export const about =
  "Training random forests: on synthetic tables of two classes (10 informative columns, 5 sums of these, the rest noise; 5 % of labels flipped; seed 1) and on six real ones. " +
  "Times are medians, all taken in one run, on one thread unless said otherwise; Kiln's training includes cutting columns into ranges, out-of-bag answers, permutation importance and the text. " +
  "ml-random-forest 2.1.0 with the settings that work (gainThreshold 0, all columns, bootstrap, no out-of-bag), 3 trees at 5,000 × 50, as it takes minutes there; Kiln's time for a tree is a hundredth of its time for a hundred. " +
  "scikit-learn (Debian's) tries √p columns a split, and so does Kiln beside it; elsewhere Kiln tries a third. Accuracy and AUC on the large tables are means over three seeds each, on 20,000 test rows.";

/** Trains; prints nothing. */
export async function run(): Promise<Figure[]> {
  const workerFile = new URL("../../dist/forest-worker.js", import.meta.url);
  const one = openTrainer({ workers: 0, workerFile });
  const two = openTrainer({ workers: 2, workerFile });
  const figures = [
    ...(await againstSklearn(one, 5000, 20, 3)),
    ...(await againstSklearn(one, 20_000, 50, 3)),
    ...(await againstSklearn(one, 50_000, 100, 3)),
    ...(await realTables(one)),
    await twoThreads(one, two),
    ...growth(),
    ...(await againstMl(one, 5000, 50, 3)),
  ];
  await Promise.all([one.close(), two.close()]);
  return figures;
}
