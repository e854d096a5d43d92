import { describe, expect, test } from "vitest";
import { split } from "../../generator/data/split.ts";
import { random } from "../../generator/random.ts";
import type { Dataset } from "../../generator/types.ts";
import { column, datasetOf } from "./source.ts";

const columns = [column("n", "number")];
const plan: Parameters<typeof split>[1] = { kind: "random", holdout: 0.25, seed: 1 };

function rowsOf(labels: readonly string[], groups?: readonly number[]): Dataset {
  return datasetOf(
    columns,
    labels.map((_, n) => ({ n })),
    labels,
    groups,
  );
}

const mixed = Array.from({ length: 400 }, (_, i) => (i % 10 === 0 ? "rare" : i % 3 === 0 ? "some" : "most"));

const counts = (part: Dataset): number[] => [0, 1, 2].map((k) => part.target.filter((label) => label === k).length);
const held = (seed: number): number[] => [...split(rowsOf(mixed), { ...plan, seed }).holdout.lines];

describe("splitting", () => {
  test("at random takes the share of every class and loses no row", () => {
    const { train, holdout, facts } = split(rowsOf(mixed), plan);
    expect([counts(train), counts(holdout)]).toStrictEqual([
      [180, 30, 90],
      [60, 10, 30],
    ]);
    expect([...train.rows, ...holdout.rows].map((row) => row["n"]).toSorted((a, b) => Number(a) - Number(b))).toStrictEqual([
      ...mixed.keys(),
    ]);
    expect(facts).toStrictEqual({ kind: "random", holdoutShare: 0.25, trainRows: 300, holdoutRows: 100, grouped: 0 });
  });

  test("is the same for the same seed and another for another", () => {
    expect(held(1)).toStrictEqual(held(1));
    expect(held(1)).not.toStrictEqual(held(2));
  });

  test.each([0, 1, 2, 3, 4])("never divides a group, and draws copies as often as other rows (seed %i)", (seed) => {
    const source = random(seed, 9);
    const groups = mixed.map((_, i) => (i < 200 ? source.below(60) : 1000 + i));
    const { train, holdout } = split(rowsOf(mixed, groups), { ...plan, seed });
    const trained = new Set(train.groups);
    expect(holdout.groups.filter((group) => trained.has(group))).toHaveLength(0);
    expect(holdout.rows.length).toBeGreaterThan(90);
    expect(holdout.rows.length).toBeLessThan(110);
    const copies = holdout.groups.filter((group) => group < 1000).length;
    expect(copies).toBeGreaterThan(25);
    expect(copies).toBeLessThan(75);
  });

  test("in time holds the last rows out, whole groups, and trains on nothing later", () => {
    const dataset = {
      ...rowsOf(["a", "b", "a", "b", "a", "b", "a", "b"], [0, 1, 2, 3, 4, 5, 6, 0]),
      order: Int32Array.from([0, 1, 2, 3, 4, 5, 6, 7]),
    };
    const { train, holdout, facts } = split(dataset, { ...plan, kind: "time" });
    expect([...holdout.order]).toStrictEqual([0, 7]);
    expect([...train.order]).toStrictEqual([1, 2, 3, 4, 5, 6]);
    expect(facts.grouped).toBe(2);
  });

  test("in time keeps rows of one moment on one side", () => {
    const dataset = { ...rowsOf(["a", "b", "a", "b", "a", "b"]), order: Int32Array.from([0, 0, 1, 1, 2, 2]) };
    expect([...split(dataset, { ...plan, kind: "time", holdout: 0.1 }).holdout.order]).toStrictEqual([2, 2]);
  });

  test("refuses a class that is only in the holdout", () => {
    const dataset = { ...rowsOf(["a", "a", "b", "b"]), order: Int32Array.from([0, 1, 2, 3]) };
    expect(() => split(dataset, { ...plan, kind: "time", holdout: 0.5 })).toThrow(
      'the time split leaves class "b" no row to learn from; expected at least one; hold out less, or split at random',
    );
  });

  test.each([0, 1, 2, 3])("holds one of three large groups out (seed %i)", (seed) => {
    const groups = mixed.map((_, i) => i % 3);
    const { holdout } = split(
      rowsOf(
        mixed.map((_, i) => (i % 2 === 0 ? "a" : "b")),
        groups,
      ),
      { ...plan, kind: "group", seed },
    );
    expect(new Set(holdout.groups).size).toBe(1);
  });

  test("refuses to hold out nothing", () => {
    expect(() => split(rowsOf(["a", "a", "b", "b"], [0, 0, 0, 0]), plan)).toThrow("the random split holds out none of 4 rows");
  });

  test("leaves every class a row to learn from", () => {
    const { train } = split(rowsOf(["a", "a", "a", "a", "b", "b"], [0, 1, 2, 3, 4, 5]), { ...plan, holdout: 0.89 });
    expect(new Set(train.target)).toStrictEqual(new Set([0, 1]));
  });

  test("of a number takes rows from its whole range", () => {
    const dataset: Dataset = {
      ...rowsOf(mixed),
      task: { kind: "number", column: "y", sentence: "" },
      target: Float64Array.from(mixed, (_, i) => i * i),
    };
    const { holdout } = split(dataset, plan);
    const tenths = Array.from({ length: 10 }, (_, k) => holdout.target.filter((v) => v >= (40 * k) ** 2 && v < (40 * (k + 1)) ** 2).length);
    expect(tenths).toStrictEqual([10, 10, 10, 10, 10, 10, 10, 10, 10, 10]);
  });
});
