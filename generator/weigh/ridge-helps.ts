import { withRidgeOutOfFold } from "../train/ridge.ts";
import type { Matrix } from "../learning.ts";
import { type Arm, type Field, measure } from "./arm.ts";

/** Repeats that are enough: over one alone, chance decides where the ridge makes little difference. */
const repeats = 2;

/**
 * Whether a forest loses less out of fold with the ridge's columns than without, paired on rows, folds and seeds. Where nothing adds up, every
 * tree that tries the sums leaves out a column that says more: on the endgames of jungle chess they cost .03 of the accuracy, on the leverage of
 * balance-scale they bring .06.
 *
 * @param plain The columns without the ridge's, one matrix a repeat; `base` as for `withRidgeOutOfFold`.
 */
export async function ridgeHelps(field: Field, plain: readonly { readonly base: Matrix; readonly matrix: Matrix }[]): Promise<boolean> {
  const used = plain.slice(0, repeats);
  const ridged = used.map(({ base, matrix }, r) => withRidgeOutOfFold(base, matrix, field.dataset, field.folds[r]!));
  const without = await measure(
    field,
    used.map(({ matrix }) => matrix),
    used.length,
  );
  return lossOf(await measure(field, ridged, used.length)) < lossOf(without);
}

/** Summed over rows and repeats. */
function lossOf({ losses }: Arm): number {
  return losses.reduce((total, rows) => rows.reduce((sum, loss) => sum + loss, total), 0);
}
