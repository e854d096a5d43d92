import { describe, expect, test } from "vitest";
import { calibrate } from "../../generator/calibrate.ts";
import { random } from "../../generator/random.ts";
import { calibrated, calibrationOf } from "../../generator/weigh/calibration.ts";
import { isotonic, platt } from "../../generator/weigh/curves.ts";

const n = 1200;
const folds = Int32Array.from({ length: n }, (_, i) => i % 5);

/** Rows of two classes whose true probability is a function of the share that is said. */
function rows(truthOf: (share: number) => number): { readonly answers: Float64Array; readonly target: Float64Array } {
  const source = random(5);
  const shares = Float64Array.from({ length: n }, () => source.below(1001) / 1000);
  const target = shares.map((share) => Number(source.below(100_000) < truthOf(share) * 100_000));
  return { answers: Float64Array.from([...shares].flatMap((share) => [1 - share, share])), target };
}

const held = rows((share) => (share * share * share) / (share * share * share + (1 - share) * (1 - share) * (1 - share)));
const honest = rows((share) => share);

describe("calibration", () => {
  test("is kept where shares hold back, and lowers the log loss of rows that no curve saw", () => {
    const found = calibrationOf(held.answers, held.target, 2, folds)!;
    expect(found.after.logLoss).toBeLessThan(found.before.logLoss - 0.05);
    expect(found.curves).toHaveLength(1);
    const worth = (share: number): number => calibrated(found.curves, Float64Array.of(1 - share, share), 2)[1]!;
    expect(worth(0.8)).toBeCloseTo(0.985, 1);
    expect(worth(0.2)).toBeCloseTo(0.015, 1);
  });

  test("is null where shares are honest, where rows are few, and for numbers", () => {
    expect(calibrationOf(honest.answers, honest.target, 2, folds)).toBeNull();
    expect(calibrationOf(held.answers.subarray(0, 120), held.target.subarray(0, 60), 2, folds.subarray(0, 60))).toBeNull();
    expect(calibrationOf(held.target, held.target, 1, folds)).toBeNull();
  });

  test("leaves rows that were in every bag out, and as they are", () => {
    const gaps = held.answers.map((share, at) => (at < 20 ? Number.NaN : share));
    const found = calibrationOf(gaps, held.target, 2, folds)!;
    expect(found.rows).toBe(n - 10);
    expect(calibrated(found.curves, gaps, 2).subarray(0, 20).every(Number.isNaN)).toBe(true);
  });

  test("tells how often what was said was right, in tenths", () => {
    const { reliability } = calibrationOf(held.answers, held.target, 2, folds)!.before;
    expect(reliability.reduce((sum, bin) => sum + bin.rows, 0)).toBe(n);
    expect(reliability.every(({ said, right }) => said >= 0.5 && said <= 1 && right <= 1)).toBe(true);
    expect(reliability.every(({ said, right }) => said > 0.95 || right > said)).toBe(true);
  });
});

describe.each([
  ["isotonic", isotonic],
  ["platt", platt],
])("the %s curve", (_, method) => {
  const said = { shares: Float64Array.from(held.target, (__, i) => held.answers[2 * i + 1]!), is: held.target };
  const curve = method(said);

  test("rises, has short knots, and never says never or always", () => {
    for (const [k, [share, probability]] of curve.entries()) {
      const [before, less] = curve[k - 1] ?? [-1, 0];
      expect(share).toBeGreaterThan(before);
      expect(probability).toBeGreaterThanOrEqual(less);
      expect(probability).toBeLessThan(1);
      expect(probability).toBeGreaterThan(0);
      expect(String(probability).length).toBeLessThanOrEqual(6);
    }
  });

  test("is that of all ones or all zeros, too", () => {
    for (const value of [0, 1]) {
      const one = method({ ...said, is: said.is.map(() => value) });
      expect(one.every(([, probability]) => probability > 0 && probability < 1)).toBe(true);
    }
  });
});

test("the isotonic curve pools what falls: hand-made", () => {
  const curve = isotonic({ shares: Float64Array.of(0.1, 0.3, 0.5, 0.7), is: Float64Array.of(0, 1, 0, 1) });
  // Blocks {0.1}, {0.3, 0.5}, {0.7}, each with one more row of the mean 0.5.
  expect(curve).toStrictEqual([
    [0.1, 0.25],
    [0.4, 0.5],
    [0.7, 0.75],
  ]);
});

test("probabilities of many classes sum to one, and lie on the curves between knots", () => {
  const curves = [
    [
      [0.2, 0.1],
      [0.6, 0.9],
    ],
    [[0.5, 0.5]],
    [[0, 0.4]],
  ] as const;
  const out = new Float64Array(3);
  calibrate(curves, Float64Array.of(0.4, 0.1, 0.9), out);
  [0.5 / 1.4, 0.5 / 1.4, 0.4 / 1.4].forEach((probability, k) => expect(out[k]).toBeCloseTo(probability, 12));
  calibrate(curves, Float64Array.of(0, 0.1, 0.9), out);
  expect(out[0]).toBe(0.1 / 1);
});
