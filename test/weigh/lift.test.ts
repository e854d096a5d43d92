import { expect, test } from "vitest";
import { holm, simes } from "../../generator/weigh/adjust.ts";
import { liftOf } from "../../generator/weigh/lift.ts";
import { studentCdf, studentQuantile } from "../../generator/weigh/student.ts";

test.each([
  [0, 7, 0.5],
  [1, 1, 0.75],
  [2.015048, 5, 0.95],
  [2.144787, 14, 0.975],
  [-2.144787, 14, 0.025],
  [1.959964, 1_000_000, 0.975],
  [3.249836, 9, 0.995],
])("P(T ≤ %d) with %d degrees of freedom agrees with the printed table", (t, freedom, share) => {
  expect(studentCdf(t, freedom)).toBeCloseTo(share, 5);
});

test("the quantile undoes the distribution function", () => {
  for (const freedom of [1, 2, 4, 14, 19]) {
    for (const share of [0.01, 0.3, 0.8, 0.975]) expect(studentCdf(studentQuantile(share, freedom), freedom)).toBeCloseTo(share, 12);
  }
});

const folds = [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 1, 0, 1)];
const losses = (rows: readonly number[]) => ({ losses: [Float64Array.from(rows), Float64Array.from(rows)] });

test("the corrected t-test agrees with a calculation by hand", () => {
  // fold differences 1.5, 3.5, 2, 3: mean 2.5, variance 5/6; error² = (1/4 + 1) × 5/6; t = √6 on 3 degrees of freedom, so p = ½ − (arctan √2 + √2/3) / π
  const {
    lift,
    interval,
    p,
    foldsWon,
    folds: count,
  } = liftOf(losses([2, 3, 4, 5]), losses([1, 1, 1, 1]), folds, { confidence: 0.95, minLift: 0 });
  expect({ lift, foldsWon, count }).toStrictEqual({ lift: 2.5, foldsWon: 4, count: 4 });
  expect(p).toBeCloseTo(0.0458606, 7);
  expect(interval[0]).toBeCloseTo(2.5 - 1.0206207 * 2.3533634, 5);
  expect(interval[1]).toBeCloseTo(2.5 + 1.0206207 * 2.3533634, 5);
});

test("the interval lies above the least lift exactly when p is below one minus the confidence", () => {
  for (const confidence of [0.5, 0.8, 0.95, 0.96, 0.99]) {
    const { interval, p } = liftOf(losses([2, 3, 4, 5]), losses([1, 1, 1, 1]), folds, { confidence, minLift: 0 });
    expect(interval[0] > 0).toBe(p < 1 - confidence);
  }
});

test("a constant difference is certain, and no difference is none", () => {
  const bar = { confidence: 0.95, minLift: 0 };
  expect(liftOf(losses([2, 2, 2, 2]), losses([1, 1, 1, 1]), folds, bar)).toStrictEqual({
    lift: 1,
    interval: [1, 1],
    p: 0,
    foldsWon: 4,
    folds: 4,
  });
  expect(liftOf(losses([1, 1, 1, 1]), losses([1, 1, 1, 1]), folds, bar).p).toBe(1);
});

test("an arm with fewer repeats is compared on those", () => {
  const short = { losses: [Float64Array.of(1, 1, 1, 1)] };
  expect(liftOf(losses([2, 3, 4, 5]), short, folds, { confidence: 0.95, minLift: 0 }).folds).toBe(2);
});

test("Holm multiplies by the number of tests that are left and never lets a larger p end up smaller", () => {
  expect(holm([0.01, 0.04, 0.03, 0.005])).toStrictEqual([0.03, 0.06, 0.06, 0.02]);
  expect(holm([0.6, 0.9])).toStrictEqual([1, 1]);
  expect(holm([])).toStrictEqual([]);
});

test("Simes takes the least p times the number of tests over its rank", () => {
  expect(simes([0.04, 0.03, 0.02])).toBeCloseTo(0.04, 12);
  expect(simes([0.9, 0.001, 0.8])).toBeCloseTo(0.003, 12);
  expect(simes([])).toBe(1);
});
