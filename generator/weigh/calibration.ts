import { calibrate, type Curve } from "../calibrate.ts";
import type { Calibration } from "../learned.ts";
import { isotonic, platt, type Said } from "./curves.ts";
import { rowLosses } from "./metrics.ts";
import { reliabilityOf } from "./reliability.ts";

const methods = { isotonic, platt } as const;
/** Standard errors by which the loss must fall: curves that help by chance alone stay out. */
const clearly = 1;

/**
 * Curves that turn the forest's shares into probabilities, or null where the shares are no worse as they are.
 *
 * Learned from out-of-bag answers. Each method is fitted without one fold of the rows at a time and measured on that fold; the better one
 * stays if its log loss is lower than that of the shares by more than one standard error of the paired differences.
 *
 * @param outOfBag n × classes, row-major; NaN where a row was in every bag, which is left out.
 * @param folds Fold of each row.
 */
export function calibrationOf(outOfBag: Float64Array, target: Float64Array, outputs: number, folds: Int32Array): Calibration | null {
  const rows = [...target.keys()].filter((i) => !Number.isNaN(outOfBag[i * outputs]!));
  if (outputs < 2 || rows.length < fewestRows) return null;
  const answers = Float64Array.from(rows.flatMap((i) => [...outOfBag.subarray(i * outputs, (i + 1) * outputs)]));
  const truth = Float64Array.from(rows, (i) => target[i]!);
  const placed = Int32Array.from(rows, (i) => folds[i]!);
  const plain = rowLosses(answers, truth, outputs);
  const tried = (["isotonic", "platt"] as const).map((method) => {
    const after = outOfFold(answers, truth, outputs, placed, methods[method]);
    return { method, after, loss: mean(rowLosses(after, truth, outputs)) };
  });
  const best = tried.reduce((a, b) => (b.loss < a.loss ? b : a));
  if (!fallsClearly(plain, rowLosses(best.after, truth, outputs))) return null;
  return {
    method: best.method,
    curves: curvesOf(answers, truth, outputs, methods[best.method]),
    rows: rows.length,
    before: { logLoss: mean(plain), reliability: reliabilityOf(answers, truth, outputs) },
    after: { logLoss: best.loss, reliability: reliabilityOf(best.after, truth, outputs) },
  };
}

const fewestRows = 100;

/** Answers, n × classes, with every row calibrated by the curves; a copy. NaN stays. */
export function calibrated(curves: readonly Curve[], answers: Float64Array, outputs: number): Float64Array {
  const copy = answers.slice();
  for (let at = 0; at < copy.length; at += outputs) {
    const row = copy.subarray(at, at + outputs);
    if (!Number.isNaN(row[0])) calibrate(curves, row, row);
  }
  return copy;
}

function outOfFold(
  answers: Float64Array,
  truth: Float64Array,
  outputs: number,
  folds: Int32Array,
  method: (said: Said) => Curve,
): Float64Array {
  const after = answers.slice();
  for (const fold of new Set(folds)) {
    const others = [...folds.keys()].filter((i) => folds[i] !== fold);
    const known = Float64Array.from(others.flatMap((i) => [...answers.subarray(i * outputs, (i + 1) * outputs)]));
    const curves = curvesOf(
      known,
      Float64Array.from(others, (i) => truth[i]!),
      outputs,
      method,
    );
    folds.forEach((at, i) => {
      if (at === fold) after.set(calibrated(curves, answers.subarray(i * outputs, (i + 1) * outputs), outputs), i * outputs);
    });
  }
  return after;
}

/** One curve a class, or of two classes one for the second. */
function curvesOf(answers: Float64Array, truth: Float64Array, outputs: number, method: (said: Said) => Curve): Curve[] {
  const classes = outputs === 2 ? [1] : Array.from({ length: outputs }, (_, k) => k);
  return classes.map((k) =>
    method({
      shares: Float64Array.from(truth, (_, i) => answers[i * outputs + k]!),
      is: truth.map((label) => Number(label === k)),
    }),
  );
}

function fallsClearly(before: Float64Array, after: Float64Array): boolean {
  const falls = before.map((loss, i) => loss - after[i]!);
  const centre = mean(falls);
  const variance = falls.reduce((sum, fall) => sum + (fall - centre) * (fall - centre), 0) / (falls.length - 1);
  return centre > clearly * Math.sqrt(variance / falls.length);
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
