import { openTrainer } from "../../generator/train/trainer.ts";
import type { Figure } from "../figure.ts";
import { asking } from "./ask.ts";
import { againstItself, againstMl, againstSklearn } from "./train.ts";

export const about =
  "Training and asking random forests of two classes on synthetic columns (10 informative, 5 sums of these, the rest noise; 5 % of labels flipped; seed 1, test rows seed 2). " +
  "Times are medians, all taken in one run, on one thread unless said otherwise; Kiln's training includes cutting columns into ranges, out-of-bag answers, permutation importance and the text. " +
  "ml-random-forest 2.1.0 with the settings that work (gainThreshold 0, all columns, bootstrap, no out-of-bag); as it takes minutes at 5,000 × 50, both train 3 trees there, " +
  "and a tree of a hundred is a hundredth of Kiln's time for a hundred against a third of its time for three. scikit-learn (Debian's) tries √p columns a split, and so does Kiln beside it; elsewhere Kiln tries a third.";

/** Trains and asks; prints nothing. */
export async function run(): Promise<Figure[]> {
  const workerFile = new URL("../../dist/forest-worker.js", import.meta.url);
  const one = openTrainer({ workers: 0, workerFile });
  const two = openTrainer({ workers: 2, workerFile });
  const figures = [
    ...(await againstSklearn(one, 20_000, 50, 100)),
    ...(await againstSklearn(one, 50_000, 100, 100)),
    ...(await againstItself(one, two)),
    ...(await asking(one)),
    ...(await againstMl(one, 1000, 20, 10)),
    ...(await againstMl(one, 5000, 50, 3)),
  ];
  await Promise.all([one.close(), two.close()]);
  return figures;
}
