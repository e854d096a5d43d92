import { describe, expect, test } from "vitest";
import { compareSpreads, decayOf, type Drift } from "../generator/drift.ts";
import type { Spread } from "../generator/learned.ts";
import { random, shuffled } from "../generator/random.ts";
import { type Binned, numberBinsOf, spreadOf, valueBinsOf } from "../generator/spread.ts";

const source = random(9);
const numbers = Array.from({ length: 2000 }, () => source.below(1000) / 7);
const bins = numberBinsOf(numbers);
const kinds = new Map([["x", "input"] as const]);

function drift(before: readonly Binned[], after: readonly Binned[]): Drift {
  return compareSpreads([spreadOf("x", bins, before, null, 1)], [spreadOf("x", bins, after, null, 1)], kinds)[0]!;
}

test("bins hold about a tenth of the rows each; edges have three digits and hold every row", () => {
  const { counts } = spreadOf("x", bins, numbers, null, 1);
  expect(counts.slice(0, 10).every((count) => count > 150 && count < 250)).toBe(true);
  expect(counts.slice(10)).toStrictEqual([0, 0]);
  expect(bins).toMatchObject({ kind: "numbers", range: [0, 143] });
});

test("rare values are no bins of their own", () => {
  const values = [..."aaaaaabbbbbc"];
  expect(valueBinsOf(values)).toStrictEqual({ kind: "values", values: ["a", "b"] });
  expect(spreadOf("x", valueBinsOf(values), [...values, null], null, 1).counts).toStrictEqual([6, 5, 1, 1]);
});

test("random halves of the same rows are no alarm, twenty times", () => {
  const alarms = Array.from({ length: 20 }, (_, k) => drift(numbers, shuffled(numbers, random(k)).slice(0, 1000)).alarm);
  expect(alarms).toStrictEqual(Array.from({ length: 20 }, () => false));
});

describe("an alarm names what happened", () => {
  test.each([
    ["missing", numbers.map((value, i) => (i % 4 === 0 ? null : value)), "missing"],
    ["out of range", numbers.map((value, i) => (i % 4 === 0 ? 9999 : value)), "out of range"],
    ["moved", numbers.map((value) => value / 2), expect.stringMatching(/^\d+\.\d to \d+\.\d$/)],
  ])("%s", (_, after, bin) => {
    expect(drift(numbers, after)).toMatchObject({ alarm: true, gained: { bin } });
  });
});

test("an effect below the bar is no alarm however many rows there are; one above it is an alarm from a few hundred on", () => {
  const below = numbers.map((value, i) => (i % 20 === 0 ? null : value));
  const above = numbers.map((value, i) => (i % 5 === 0 ? null : value));
  for (const times of [1, 10, 100]) {
    const repeated = (values: readonly Binned[]): readonly Binned[] => Array.from({ length: times }, () => values).flat();
    expect([drift(numbers, repeated(below)).alarm, drift(numbers, repeated(above)).alarm]).toStrictEqual([false, true]);
  }
  expect(drift(numbers, above.slice(0, 99))).toMatchObject({ alarm: false, p: null });
});

function counted(counts: readonly number[]): Spread {
  return { name: "x", bins: { kind: "values", values: ["a", "b", "c"] }, counts: [...counts, 0, 0], targets: [] };
}

function two(a: readonly number[], b: readonly number[]): number | null {
  return compareSpreads([counted(a)], [counted(b)], kinds)[0]!.p;
}

test("p is that of the χ² test of homogeneity", () => {
  expect(two([50, 50, 0], [60, 40, 0])).toBeCloseTo(0.1552185, 6);
  expect(two([30, 40, 50], [50, 40, 30])).toBeCloseTo(0.0067379, 6);
  expect(two([100, 100, 0], [10, 190, 0])).toBeLessThan(1e-20);
});

test("a step whose answers have come to mean another class has decayed; one that keeps its meaning has not", () => {
  const said = Array.from({ length: 600 }, (_, i) => (i % 2 === 0 ? "a" : "b"));
  const bins = { kind: "values", values: ["a", "b"] } as const;
  const truth = (wrong: number): Float64Array => Float64Array.from(said, (value, i) => Number((value === "b") !== i % 10 < wrong));
  const spread = (name: string, wrong: number): Spread => spreadOf(name, bins, said, truth(wrong), 2);
  const found = decayOf([spread("good", 1), spread("bad", 1)], [spread("good", 1), spread("bad", 5)]);
  expect(found.map(({ name, alarm }) => [name, alarm])).toStrictEqual([
    ["bad", true],
    ["good", false],
  ]);
  expect(found[0]!.effect).toBeCloseTo(0.4, 9);
});
