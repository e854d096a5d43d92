import { describe, expect, test } from "vitest";
import { fitRidge, withRidge, withRidgeOutOfFold } from "../../../generator/train/ridge.ts";
import { random } from "../../../generator/random.ts";
import type { Matrix } from "../../../generator/learning.ts";
import { classes, numbers } from "../../weigh/rows.ts";

const n = 60;
const source = random(5);
const column = (): Float64Array => Float64Array.from({ length: n }, () => source.below(1000) / 100);
const a = column();
const b = column().map((x, i) => (i % 7 === 0 ? Number.NaN : x));
const folds = Int32Array.from({ length: n }, (_, i) => i % 3);
const base: Matrix = { names: ["a"], columns: [a], n };
const matrix: Matrix = { names: ["a", "b"], columns: [a, b], n };
const known = b.map((x) => (Number.isNaN(x) ? 0 : x));
const sums = numbers([...a].map((x, i) => 3 * x - 2 * known[i]! + 7));

/** The plain normal equations of one column, by hand: half of the least-squares slope, through the means. */
test("one column gets half of its least-squares slope, through the means", () => {
  const target = [...a].map((x) => 4 * x + 1);
  const ridge = fitRidge(base, numbers(target))!;
  const mean = a.reduce((sum, x) => sum + x, 0) / n;
  expect(ridge.outputs).toStrictEqual(["mean"]);
  expect(ridge.terms[0]!.weights[0]).toBeCloseTo(2, 4);
  expect(ridge.terms[0]!.middle).toBeCloseTo(mean, 3);
  expect(ridge.bias[0]).toBeCloseTo(4 * mean + 1, 2);
});

describe("out of fold", () => {
  const train = sums;
  const served = withRidgeOutOfFold(base, matrix, train, folds);

  test("has the names of the fit, at the right", () => {
    expect(served.names).toStrictEqual(["a", "b", "ridge=mean"]);
    expect(withRidge(fitRidge(matrix, train), matrix).names).toStrictEqual(served.names);
    expect(served.columns.slice(0, 2)).toStrictEqual(matrix.columns);
  });

  test("no row's own fold has a say in its score", () => {
    const changed = numbers([...train.target].map((y, i) => (folds[i] === 1 ? 1000 * source.below(9) : y)));
    const again = withRidgeOutOfFold({ ...base }, matrix, changed, folds);
    const scores = (of: Matrix, fold: number): number[] => [...of.columns[2]!].filter((_, i) => folds[i] === fold);
    expect(scores(again, 1)).toStrictEqual(scores(served, 1));
    expect(scores(again, 0)).not.toStrictEqual(scores(served, 0));
  });

  test("a fold's score is that of a fit on the other folds", () => {
    const whole: Matrix = { ...matrix, columns: [a, column()] };
    const others = [...folds.keys()].filter((i) => folds[i] !== 2);
    const part = (x: Float64Array): Float64Array => Float64Array.from(others, (i) => x[i]!);
    const fit = fitRidge({ ...whole, columns: whole.columns.map(part), n: others.length }, numbers([...part(train.target)]));
    const asked = withRidge(fit, whole).columns[2]!;
    const scores = withRidgeOutOfFold(whole, whole, train, folds).columns[2]!;
    [...folds.keys()].filter((i) => folds[i] === 2).forEach((i) => expect(scores[i]).toBeCloseTo(asked[i]!, 2));
  });

  test("what a joining column adds does not depend on what was known before", () => {
    const fresh = withRidgeOutOfFold(matrix, matrix, train, folds);
    expect(fresh.columns[2]).toStrictEqual(served.columns[2]);
  });
});

test("two classes get one score, three get three; a constant column and one without values weigh nothing", () => {
  const dead: Matrix = { names: ["c", "m"], columns: [new Float64Array(n).fill(3), new Float64Array(n).fill(Number.NaN)], n };
  const two = fitRidge(dead, classes([...a].map((x) => Number(x > 5))))!;
  expect(two.outputs).toHaveLength(1);
  expect(two.terms.map(({ weights }) => weights)).toStrictEqual([[0], [0]]);
  expect(fitRidge(matrix, classes([...a.keys()].map((i) => i % 3)))!.outputs).toHaveLength(3);
});

test("a matrix without columns has no ridge", () => {
  expect(fitRidge({ names: [], columns: [], n }, sums)).toBeNull();
});
