import { expect, test } from "vitest";
import { liftOf } from "../../generator/weigh/lift.ts";
import { partEffects } from "../../generator/weigh/part-effects.ts";

const folds = [Int32Array.of(0, 0, 0, 1, 1, 1), Int32Array.of(0, 1, 0, 1, 0, 1)];
const arm = (rows: readonly number[]) => ({ losses: [Float64Array.from(rows), Float64Array.from(rows)] });
const without = arm([1, 1, 1, 1, 1, 1]);
const after = arm([0, 1, 2, 0.5, 1, 2.5]);
const speaks = [true, false, true, true, false, false];

test("a part's lift is that of its rows, its fires their share, and its interval is wider than one of a single part", () => {
  const slices = [
    { slice: "helped", rows: [0, 3] },
    { slice: "hurt", rows: [2, 5] },
    { slice: "all", rows: [0, 1, 2, 3, 4, 5] },
  ];
  const found = partEffects({ without, after, folds }, slices, speaks, 0.95);
  expect(found.map(({ part, rows, fires, lift }) => ({ part, rows, fires, lift }))).toStrictEqual([
    { part: "helped", rows: 2, fires: 1, lift: 0.75 },
    { part: "hurt", rows: 2, fires: 0.5, lift: -1.25 },
    { part: "all", rows: 6, fires: 0.5, lift: -0.166667 },
  ]);
  const whole = liftOf(without, after, folds, { confidence: 0.95, minLift: 0 });
  expect(found[2]!.interval[0]).toBeLessThan(whole.interval[0]);
  expect(found[2]!.interval[1]).toBeGreaterThan(whole.interval[1]);
});

test("a part that stands in one fold has no interval, and is left out", () => {
  const once = { without: { losses: without.losses.slice(1) }, after, folds: folds.slice(1) };
  expect(partEffects(once, [{ slice: "even", rows: [0, 2, 4] }], speaks, 0.95)).toStrictEqual([]);
});

test("of all rows the lift is the same whether they are named or not", () => {
  const bar = { confidence: 0.95, minLift: 0 };
  expect(liftOf(without, after, folds, bar, [0, 1, 2, 3, 4, 5])).toStrictEqual(liftOf(without, after, folds, bar));
});
