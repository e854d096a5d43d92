import { describe, expect, test } from "vitest";
import { mistakes } from "../generator/mistakes.ts";
import type { Dataset, Task } from "../generator/types.ts";

const classes: Task = { kind: "class", column: "desk", classes: ["billing", "bug"], sentence: "" };
const number: Task = { kind: "number", column: "price", sentence: "" };

/** One row a target, called r0, r1, …; groups are as given, else all different. */
function dataset(task: Task, target: readonly number[], groups: readonly number[] = [...target.keys()]): Dataset {
  const zeros = new Int32Array(target.length);
  return {
    task,
    columns: [{ name: "note", property: "note", kind: "text", meaning: "A note.", send: "values" }],
    rows: target.map((_, i) => ({ note: `r${i}` })),
    target: Float64Array.from(target),
    lines: zeros,
    groups: Int32Array.from(groups),
    order: zeros,
    maskKey: "00",
    withheld: new Set(),
  };
}

/** Out-of-fold answers, given the share of the first class. */
function shares(first: readonly number[]): Float64Array {
  return Float64Array.from(first.flatMap((share) => [share, 1 - share]));
}

function shown(found: ReturnType<typeof mistakes>) {
  const names = (rows: (typeof found)[number]["wrong"]) => rows.map(({ cells, predicted }) => [cells[0]?.text, predicted]);
  return found.map(({ title, wrong, right }) => ({ title, wrong: names(wrong), right: names(right) }));
}

describe("mistakes", () => {
  test("are the largest confusions, with the rows of both classes that are only just right", () => {
    const target = [0, 0, 0, 0, 1, 1, 1];
    expect(shown(mistakes(dataset(classes, target), shares([0.1, 0.3, 0.9, 0.6, 0.8, 0.4, 0.1])))).toStrictEqual([
      {
        title: "2 × billing taken for bug",
        wrong: [
          ["r0", "bug"],
          ["r1", "bug"],
        ],
        right: [
          ["r3", null],
          ["r5", null],
        ],
      },
      {
        title: "1 × bug taken for billing",
        wrong: [["r4", "billing"]],
        right: [
          ["r6", null],
          ["r2", null],
        ],
      },
    ]);
  });

  test("contrast with the one class that is ever right", () => {
    expect(shown(mistakes(dataset(classes, [0, 1]), shares([0.2, 0.1])))).toStrictEqual([
      { title: "1 × billing taken for bug", wrong: [["r0", "bug"]], right: [["r1", null]] },
    ]);
  });

  test("show one row of a group of copies", () => {
    const [first] = shown(mistakes(dataset(classes, [0, 0, 0], [5, 5, 6]), shares([0.1, 0.1, 0.1])));
    expect(first).toStrictEqual({
      title: "3 × billing taken for bug",
      wrong: [
        ["r0", "bug"],
        ["r2", "bug"],
      ],
      right: [],
    });
  });

  test("of a number are the worst guesses by side, beside the best", () => {
    const found = shown(mistakes(dataset(number, [10, 20, 30, 40, 50, 60, 70, 80]), Float64Array.from([10, 21, 30, 40, 20, 90, 70, 80])));
    expect(found).toStrictEqual([
      {
        title: "1 of the 2 worst guesses are too low",
        wrong: [["r4", "20.00"]],
        right: [
          ["r7", null],
          ["r6", null],
        ],
      },
      {
        title: "1 of the 2 worst guesses are too high",
        wrong: [["r5", "90.00"]],
        right: [
          ["r3", null],
          ["r2", null],
        ],
      },
    ]);
  });

  test("of nothing are none", () => {
    expect(mistakes(dataset(classes, [0, 1]), shares([0.9, 0.1]))).toStrictEqual([]);
  });
});
