import { describe, expect, test } from "vitest";
import { random } from "../../../generator/random.ts";
import { newGrower } from "../../../generator/train/grow.ts";
import { draw, lessonOf } from "../../../generator/train/sample.ts";
import { shortestBetween } from "../../../generator/train/shortest.ts";
import { tableOf } from "../../../generator/train/table.ts";
import { sample } from "./sample.ts";

/** Σ S² / n over the outputs of the rows, each weighing as often as it was drawn; by entropy Σ S ln (S / n). */
function scoreOf(
  rows: readonly number[],
  target: Float64Array,
  weights: Int32Array,
  outputs: number,
  criterion: "gini" | "entropy",
): number {
  const sums = new Float64Array(outputs);
  let size = 0;
  for (const row of rows) {
    size += weights[row]!;
    if (outputs === 1) sums[0]! += weights[row]! * target[row]!;
    else sums[target[row]!]! += weights[row]!;
  }
  if (criterion === "entropy") return sums.reduce((total, sum) => total + (sum === 0 ? 0 : sum * Math.log(sum / size)), 0);
  return sums.reduce((total, sum) => total + sum * sum, 0) / size;
}

describe.each([
  [1, "gini"],
  [2, "gini"],
  [3, "gini"],
  [9, "gini"],
  [2, "entropy"],
  [5, "entropy"],
] as const)("the first split of a tree with %i outputs by %s", (outputs, criterion) => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7])("is as good as the best of all, seed %i", (seed) => {
    const { matrix, target } = sample(60 + 40 * seed, 6, outputs, seed);
    const rows = Int32Array.from({ length: matrix.n }, (_, i) => i);
    const centred = outputs === 1 ? target.map((value) => value - target.reduce((sum, y) => sum + y, 0) / matrix.n) : target;
    const table = tableOf(matrix);
    const lesson = lessonOf(table, centred, outputs, rows, null);
    const { sample: drawn, grow } = newGrower(lesson, { maxDepth: 1, minLeaf: 3, criterion, cuts: "best", tried: 6 });
    const source = random(seed);
    const tree = grow(draw(lesson, drawn, source), source);
    const members = [...rows].filter((row) => drawn.weights[row]! > 0);
    const sizeOf = (side: readonly number[]): number => side.reduce((sum, row) => sum + drawn.weights[row]!, 0);
    const split = (left: (row: number) => boolean): number => {
      const sides = [members.filter(left), members.filter((row) => !left(row))];
      if (sides.some((side) => sizeOf(side) < 3)) return Number.NEGATIVE_INFINITY;
      return sides.reduce((sum, side) => sum + scoreOf(side, centred, drawn.weights, outputs, criterion), 0);
    };
    let best = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < table.p; j++) {
      const rangeOf = (row: number): number => table.bins[j * table.n + row]!;
      for (let range = 0; range <= 255; range++) {
        best = Math.max(
          best,
          split((row) => rangeOf(row) <= range),
          split((row) => rangeOf(row) !== 0 && rangeOf(row) <= range),
        );
      }
    }
    const own = (row: number): boolean => {
      const range = table.bins[tree.columns[0]! * table.n + row]!;
      return range === 0 ? tree.missingLeft[0] === 1 : range <= tree.ranges[0]!;
    };
    expect(split(own) / best).toBeCloseTo(1, 9);
  });
});

describe("of two columns, one of which parts the classes", () => {
  const target = Float64Array.from({ length: 80 }, (_, i) => i % 2);
  const noise = random(8);
  const matrix = { names: ["parts", "noise"], columns: [target, target.map(() => noise.below(100))], n: 80 };
  const rows = Int32Array.from(target.keys());
  const lesson = lessonOf(tableOf(matrix), target, 2, rows, null);

  test.each([
    [1, 0.5],
    [1.2, 0.6],
    [1.9, 0.95],
    [2, 1],
  ])("trees that try %d on average part them at once in %d of all cases", (tried, share) => {
    const { sample: drawn, grow } = newGrower(lesson, { maxDepth: 1, minLeaf: 1, criterion: "gini", cuts: "best", tried });
    let hits = 0;
    for (let t = 0; t < 4000; t++) {
      const source = random(1, t);
      hits += Number(grow(draw(lesson, drawn, source), source).columns[0] === 0);
    }
    expect(Math.abs(hits / 4000 - share)).toBeLessThan(0.025);
  });
});

function digits(value: number): number {
  return value.toExponential().replace(/e.*|\D/g, "").length;
}

describe("the shortest decimal between two numbers", () => {
  test.each([
    [0.1234, 0.31, 0.2],
    [-5, 0.1234, -2],
    [1, 2, 2],
    [99, 101, 100],
    [1234, 5678, 3000],
    [0, 5e-324, 5e-324],
    [-1e308, 1e308, 0],
    [1e308, 1.1e308, 1.1e308],
    [1.0000000000000002, 1.0000000000000004, 1.0000000000000004],
    [1e-9, 3e-9, 2e-9],
    [9007199254740990, 9007199254740994, 9007199254740992],
    [-0.3, 0.31, 0],
  ])("of %d and %d is %d", (low, high, expected) => {
    expect(shortestBetween(low, high)).toBe(expected);
  });

  test("lies between and has few digits, wherever the gap is", () => {
    const source = random(1);
    for (let i = 0; i < 20_000; i++) {
      const [a, b] = [0, 0].map(() => (source.below(2_000_001) - 1_000_000) * 10 ** (source.below(20) - 14));
      const [low, high] = [Math.min(a!, b!), Math.max(a!, b!)];
      if (low === high) continue;
      const found = shortestBetween(low, high);
      expect(found > low && found <= high, `${low} ${high} ${found}`).toBe(true);
      expect(digits(found), `${low} ${high} ${found}`).toBeLessThanOrEqual(Math.max(digits(high), 1));
    }
  });
});
