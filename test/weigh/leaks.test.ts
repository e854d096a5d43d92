import { expect, test } from "vitest";
import { random } from "../../generator/random.ts";
import { leakOf } from "../../generator/weigh/leaks.ts";
import { classes, numbers } from "./rows.ts";

const n = 300;
const source = random(3);
const y = Array.from({ length: n }, () => source.below(3));
const rows = classes(y);
const folds = Int32Array.from({ length: n }, (_, i) => i % 5);
const told = (values: readonly (string | number)[], reads: readonly string[], most = 0.9): string | null =>
  leakOf({ values, reads }, rows, folds, most, "customer")?.message ?? null;

test("one column that tells nearly everything is stopped by name, with the way out", () => {
  expect(told(y, ["closed_by"])).toMatch(
    /^from closed_by alone it tells 9\d\.\d % .*list it under `leaks`, or raise `keep\.mostTold` \(90\.0 %\)/,
  );
  expect(told(y, ["closed_by"], 1)).toBeNull();
});

test("a formula over several columns may tell everything, and one column a good deal", () => {
  expect(told(y, ["left", "right"])).toBeNull();
  expect(
    told(
      y.map((k) => (source.below(10) === 0 ? (k + 1) % 3 : k)),
      ["text"],
    ),
  ).toBeNull();
});

test("noise tells nothing, whatever it reads, and neither does a constant", () => {
  expect(
    told(
      y.map(() => source.below(5)),
      ["text"],
      0.01,
    ),
  ).toBeNull();
  expect(
    told(
      y.map(() => "same"),
      ["text"],
      0.01,
    ),
  ).toBeNull();
});

test("what the split keeps together may not be read", () => {
  expect(
    told(
      y.map(() => 1),
      ["body", "customer"],
    ),
  ).toMatch(/^reads customer, by which the split keeps rows together/);
});

test("a number that gives the number away is a leak, too", () => {
  const price = y.map((k) => 100 * k);
  expect(leakOf({ values: price.map((x) => x * 2), reads: ["paid"] }, numbers(price), folds, 0.9, null)?.rule).toBe("leak");
  expect(leakOf({ values: price.map(() => source.below(9)), reads: ["paid"] }, numbers(price), folds, 0.9, null)).toBeNull();
});
