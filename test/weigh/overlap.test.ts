import { expect, test } from "vitest";
import { random } from "../../generator/random.ts";
import type { StepValue } from "../../generator/types.ts";
import { nearestOf } from "../../generator/weigh/overlap.ts";

const source = random(5);
const plain = Array.from({ length: 400 }, () => source.below(4));
const renamed = plain.map((x) => ["a", "b", "c", "d"][x]!);
const other = Array.from({ length: 400 }, () => source.below(4));
const v = (a: readonly StepValue[], b: readonly StepValue[]): number => nearestOf(a, [{ name: "b", values: b }])!.association;

test("what follows from the other has an association of 1, whatever its names", () => {
  expect(v(plain, renamed)).toBe(1);
});

test("what knows nothing of the other has none, though chance gives the plain figure some", () => {
  expect(v(plain, other)).toBeLessThan(0.1);
  expect(
    v(
      plain,
      plain.map(() => "always"),
    ),
  ).toBe(0);
});

test("an association of two by two levels agrees with a calculation by hand", () => {
  // 40, 10 / 10, 40: χ²/n = 0.36; unbiased (0.36 − 1/99) / (1 − 1/99) = 0.353535…
  const a = [...Array(50).fill(true), ...Array(50).fill(false)] as boolean[];
  const b = a.map((x, i) => (i % 5 === 0 ? !x : x));
  expect(v(a, b)).toBeCloseTo(Math.sqrt((0.36 - 1 / 99) / (1 - 1 / 99)), 12);
});

test("the nearest step is the one that tells most, the first of equals; without others there is none", () => {
  const steps = [
    { name: "other", values: other },
    { name: "renamed", values: renamed },
    { name: "same", values: plain },
  ];
  expect(nearestOf(plain, steps)).toStrictEqual({ step: "renamed", association: 1 });
  expect(nearestOf(plain, [])).toBe(null);
});
