import { openTrainer } from "../../generator/train/trainer.ts";
import type { Figure } from "../figure.ts";
import { growth } from "./growth.ts";
import { timeAgainstSklearn } from "./sklearn.ts";
import { againstMl, twoThreads } from "./train.ts";

export const about =
  "Training random forests: on synthetic tables of two classes (10 informative columns, 5 sums of these, the rest noise; 5 % of labels flipped; seed 1). " +
  "Times are medians, all taken in one run, on one thread unless said otherwise; Kiln's training includes cutting columns into ranges, out-of-bag answers, permutation importance and the text. " +
  "ml-random-forest 2.1.0 with the settings that work (gainThreshold 0, all columns, bootstrap, no out-of-bag), 3 trees at 5,000 × 50, as it takes minutes there; Kiln's time for a tree is a hundredth of its time for a hundred. " +
  "scikit-learn (Debian's) tries √p columns a split, and so does Kiln beside it; elsewhere Kiln tries a third. Accuracy and AUC of these: bench forest-accuracy.";

/** Trains; prints nothing. */
export async function run(): Promise<Figure[]> {
  const workerFile = new URL("../../dist/forest-worker.js", import.meta.url);
  const one = openTrainer({ workers: 0, workerFile });
  const two = openTrainer({ workers: 2, workerFile });
  const figures = [
    ...(await timeAgainstSklearn(one, 20_000, 50)),
    ...(await timeAgainstSklearn(one, 50_000, 100)),
    await twoThreads(one, two),
    ...growth(),
    ...(await againstMl(one, 5000, 50, 3)),
  ];
  await Promise.all([one.close(), two.close()]);
  return figures;
}
