import { expect, test } from "vitest";
import { random } from "../../generator/random.ts";
import { assignFolds } from "../../generator/weigh/folds.ts";
import { classes, numbers } from "./rows.ts";

const plan = { kind: "random", folds: 5, repeats: 3, seed: 4 } as const;

test("every class and every fold is filled evenly, and repeats differ", () => {
  const rows = classes(Array.from({ length: 103 }, (_, i) => (i % 10 === 0 ? 1 : 0)));
  const [first, second] = assignFolds(rows, plan);
  const count = (c: number, f: number): number => rows.target.filter((y, i) => y === c && first![i] === f).length;
  for (let f = 0; f < 5; f++) {
    expect([18, 19]).toContain(count(0, f));
    expect([2, 3]).toContain(count(1, f));
  }
  expect(second).not.toStrictEqual(first);
  expect(assignFolds(rows, plan)[0]).toStrictEqual(first);
});

test("rows of one group never part", () => {
  const source = random(1);
  const groups = Int32Array.from({ length: 200 }, () => source.below(40));
  const rows = { ...classes(Array.from({ length: 200 }, (_, i) => i % 3)), groups };
  for (const kind of ["random", "group", "time"] as const)
    for (const folds of assignFolds(rows, { ...plan, kind }))
      groups.forEach((group, i) => expect(folds[i]).toBe(folds[groups.indexOf(group)]));
});

test("each fold of a number target has its share of every tenth of the range", () => {
  const rows = numbers(Array.from({ length: 100 }, (_, i) => (i * 37) % 100));
  const [first] = assignFolds(rows, plan);
  for (let f = 0; f < 5; f++) {
    const tenths = Array.from(rows.target)
      .filter((_, i) => first![i] === f)
      .map((y) => Math.floor(y / 10));
    expect(tenths.toSorted((a, b) => a - b)).toStrictEqual(Array.from({ length: 20 }, (_, i) => Math.floor(i / 2)));
  }
});

test("under a time plan a fold is one stretch of time, and the cuts move with the repeat", () => {
  const order = Int32Array.from({ length: 20 }, (_, i) => 19 - i);
  const [first, second] = assignFolds(
    { ...classes(Array.from({ length: 20 }, () => 0)), order },
    { ...plan, kind: "time", folds: 4, repeats: 2 },
  );
  expect([...first!].toReversed().join("")).toBe("00000111112222233333");
  expect([...second!].toReversed().join("")).toBe("00011111222223333300");
});
