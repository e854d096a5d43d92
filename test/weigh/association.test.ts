import { describe, expect, test } from "vitest";
import { random, shuffled } from "../../generator/random.ts";
import type { StepValue } from "../../generator/types.ts";
import { associationPs } from "../../generator/weigh/association.ts";
import { groupsOf } from "../../generator/weigh/folds.ts";
import { levelsOf } from "../../generator/weigh/levels.ts";
import { permuter } from "../../generator/weigh/permuter.ts";
import { residualsOf } from "../../generator/weigh/residuals.ts";

const n = 300;
const source = random(5);
const noise = Float64Array.from({ length: n }, () => source.below(1000) / 500 - 1);
const centre = noise.reduce((sum, x) => sum + x, 0) / n;
const wrong = { residuals: noise.map((x) => x - centre), outputs: 1, groups: Array.from({ length: n }, (_, i) => [i]) };
const ps = (values: readonly (readonly StepValue[])[], tries = 999): number[] => associationPs(values.map(levelsOf), wrong, tries, 2);

test("what follows the residuals is noticed, whatever its type", () => {
  const residuals = [...wrong.residuals];
  const found = ps([
    residuals.map((r) => r > 0.5),
    residuals.map((r) => Math.abs(r - 0.2)),
    residuals.map((r) => (r > 0 ? "high" : "low")),
    residuals.map((r) => ({ label: r < -0.8 ? "low" : "unknown", confidence: "high" as const })),
    residuals.map((r) => (r > 0.7 ? null : 1)),
  ]);
  expect(found).toStrictEqual([0.001, 0.001, 0.001, 0.001, 0.001]);
});

test("answers at the wrong rows, and answers that never vary, are not", () => {
  const [same, ...rest] = ps([
    Array.from({ length: n }, () => true),
    ...Array.from({ length: 8 }, () => shuffled([...wrong.residuals], source)),
  ]);
  expect(same).toBe(1);
  expect(Math.min(...rest)).toBeGreaterThan(0.01);
});

test("of 400 candidates that know nothing about one in twenty is at most 0.05", () => {
  const kinds: (() => StepValue)[] = [
    () => source.below(1000),
    () => source.below(20) === 0,
    () => ["a", "b", null][source.below(3)]!,
    () => source.below(100) === 0,
  ];
  const low = ps(
    Array.from({ length: 400 }, (_, j) => Array.from({ length: n }, kinds[j % 4]!)),
    400,
  ).filter((p) => p <= 0.05).length;
  expect(low).toBeGreaterThan(8);
  expect(low).toBeLessThan(34);
});

test("p does not depend on which other candidates are tested beside", () => {
  const values = shuffled([...wrong.residuals], random(9)).map((x) => x > 0.3);
  expect(ps([values])).toStrictEqual(ps([[...wrong.residuals], values]).slice(1));
});

describe("residuals", () => {
  const target = Float64Array.from({ length: n }, () => source.below(3));
  const shares = Float64Array.from({ length: 3 * n }, () => 1 / 3);
  const input = target.map((y) => Number(y === 1) + source.below(100) / 200);
  const residuals = residualsOf(shares, target, 3, {
    names: ["x", "same", "void"],
    columns: [input, new Float64Array(n).fill(4), new Float64Array(n).fill(Number.NaN)],
    n,
  });

  test("are centred for every class", () => {
    for (const c of [0, 1, 2]) expect(residuals.reduce((sum, r, at) => sum + (at % 3 === c ? r : 0), 0)).toBeCloseTo(0, 10);
  });

  test("keep at most half of what an input already explains", () => {
    const mean = input.reduce((sum, x) => sum + x, 0) / n;
    const product = (wrongs: (i: number) => number): number => input.reduce((sum, x, i) => sum + (x - mean) * wrongs(i), 0);
    const before = product((i) => Number(target[i] === 1) - 1 / 3);
    expect(product((i) => residuals[i * 3 + 1]!) / before).toBeCloseTo(0.5, 10);
  });
});

test("groups change places as wholes", () => {
  const groups = groupsOf(Int32Array.of(0, 0, 1, 2, 2, 2, 3));
  const { image, shuffle } = permuter(groups, random(3));
  expect([...image]).toStrictEqual([0, 1, 2, 3, 4, 5, 6]);
  for (let b = 0; b < 50; b++) {
    shuffle();
    expect([...image].toSorted((a, c) => a - c)).toStrictEqual([0, 1, 2, 3, 4, 5, 6]);
    expect([image[1]! - image[0]!, image[4]! - image[3]!, image[5]! - image[4]!]).toStrictEqual([1, 1, 1]);
  }
});

test("numbers become ranges and words levels, the rare ones together", () => {
  const words = levelsOf(["a", "a", "a", "a", "b", "b", "b", "b", "c", null]);
  expect([...words.of]).toStrictEqual([1, 1, 1, 1, 2, 2, 2, 2, 0, 0]);
  const few = levelsOf([3, 1, null, 1, 2]);
  expect([[...few.of], few.count]).toStrictEqual([[3, 1, 0, 1, 2], 4]);
  const many = levelsOf(Array.from({ length: 80 }, (_, i) => i));
  expect([many.of[0], many.of[79], many.count]).toStrictEqual([1, 8, 9]);
});
