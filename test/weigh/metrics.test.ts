import { expect, test } from "vitest";
import { compare, compareSlices } from "../../generator/weigh/figures.ts";
import { metricsOf, outcomeOf, rowLosses } from "../../generator/weigh/metrics.ts";
import { classes, numbers } from "./rows.ts";

const shares = Float64Array.of(0.5, 0.25, 0.25, 0.1, 0.8, 0.1, 0.4, 0.4, 0.2, 0, 0, 1);
const truth = Float64Array.of(0, 1, 1, 0);

test("log loss is the mean of −ln of the true class's share, with a floor", () => {
  const losses = rowLosses(shares, truth, 3);
  expect([...losses].map((loss) => loss.toFixed(6))).toStrictEqual(["0.693147", "0.223144", "0.916291", "34.538776"]);
  const [logLoss] = metricsOf(classes([0, 1, 2]).task);
  expect(logLoss.of(outcomeOf(shares, truth, 3), Int32Array.of(0, 1, 2, 3))).toBeCloseTo(36.371358 / 4, 5);
});

test("shapes that disagree are refused", () => {
  expect(() => rowLosses(shares, truth, 2)).toThrow(RangeError);
  expect(() => rowLosses(new Float64Array(0), new Float64Array(0), 2)).toThrow(RangeError);
});

test("accuracy and macro-F1 count ties for the first class and leave out a class that is neither true nor said", () => {
  const outcome = outcomeOf(shares, truth, 3);
  const all = Int32Array.of(0, 1, 2, 3);
  const value = (name: string, rows: Int32Array): number =>
    metricsOf(classes([0, 1, 2]).task)
      .find((metric) => metric.name === name)!
      .of(outcome, rows);
  expect([...outcome.said]).toStrictEqual([0, 1, 0, 2]);
  expect(value("accuracy", all)).toBe(0.5);
  // F1: class 0 has 1 hit of 2 true and 2 said, class 1 has 1 of 2 and 1, class 2 none
  expect(value("macro-F1", all)).toBeCloseTo((0.5 + 2 / 3 + 0) / 3, 12);
  expect(value("macro-F1", Int32Array.of(0, 1))).toBe(1);
});

test("numbers get RMSE and MAE", () => {
  const rows = numbers([1, 2, 3]);
  const { result } = compare({ rows, outputs: 1, baseline: Float64Array.of(1, 2, 3), result: Float64Array.of(1, 4, 0) }, 1);
  expect(result.metrics.map(({ name, value }) => [name, value])).toStrictEqual([
    ["RMSE", Math.sqrt(13 / 3)],
    ["MAE", 5 / 3],
  ]);
});

/** Answers for two classes in turn, the right one with the given share. */
function sure(right: number): Float64Array {
  return Float64Array.from({ length: 120 }, (_, at) => (at % 2 === Math.floor(at / 2) % 2 ? right : 1 - right));
}

test("the difference is paired: where one arm is always better by as much, its interval has no width", () => {
  const rows = classes(Array.from({ length: 60 }, (_, i) => i % 2));
  const { baseline, result, difference } = compare({ rows, outputs: 2, baseline: sure(0.5), result: sure(0.8) }, 3);
  const [loss] = difference;
  expect(loss!.name).toBe("log loss");
  expect(loss!.value).toBeCloseTo(Math.log(0.5 / 0.8), 12);
  expect(loss!.interval[1] - loss!.interval[0]).toBeCloseTo(0, 12);
  expect(baseline.rows).toBe(60);
  expect(result.metrics.find(({ name }) => name === "accuracy")).toMatchObject({ value: 1, interval: [1, 1], better: "higher" });
});

test("groups are resampled as wholes, so fewer groups make wider intervals", () => {
  const rows = classes(Array.from({ length: 120 }, (_, i) => Number(i >= 60)));
  const answers = Float64Array.from({ length: 240 }, (_, at) => (at % 2 === 0 ? 0.7 : 0.3));
  const width = (groups: Int32Array): number => {
    const { interval } = compare({ rows: { ...rows, groups }, outputs: 2, baseline: answers, result: answers }, 3).result.metrics[0]!;
    return interval[1] - interval[0];
  };
  expect(width(rows.groups.map((i) => Math.floor(i / 20)))).toBeGreaterThan(2 * width(rows.groups));
});

test("parts of the rows have figures of both arms, and the difference of the first with an interval", () => {
  const rows = numbers([1, 2, 3, 4]);
  const arms = { rows, outputs: 1, baseline: Float64Array.of(1, 2, 5, 6), result: Float64Array.of(1, 2, 3, 4) };
  const slices = [
    { slice: "high", rows: [2, 3] },
    { slice: "low", rows: [0, 1] },
  ];
  expect(compareSlices(arms, slices, 1)).toStrictEqual([
    { slice: "high", rows: 2, baseline: [2, 2], result: [0, 0], difference: -2, interval: [-2, -2] },
    { slice: "low", rows: 2, baseline: [0, 0], result: [0, 0], difference: 0, interval: [0, 0] },
  ]);
});
