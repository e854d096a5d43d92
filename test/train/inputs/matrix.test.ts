import { describe, expect, test } from "vitest";
import { applyInputs, baselineMatrix, fitInputs } from "../../../generator/train/matrix.ts";
import type { Row } from "../../../generator/types.ts";
import { dataset, dealt } from "./dataset.ts";

const subjects = ["Pay the bill", "The bill again", "Login fails", "My login again"];
const plans = ["Pro", "free", null, "pro "];
const rows: readonly Row[] = Array.from({ length: 40 }, (_, i) => ({
  subject: subjects[i % 4]!,
  plan: plans[(i >> 2) % 4]!,
  seats: i % 5 === 0 ? null : i,
  at: "2026-11-24T03:18",
}));
const kinds = { subject: "text", plan: "category", seats: "number", at: "date" } as const;
const target = rows.map((_, i) => (i % 4 < 2 ? 0 : 1 + (i % 3 === 0 ? 1 : 0)));
const train = dataset(kinds, rows, target, ["billing", "login", "other"]);
const folds = dealt(rows.length, 5);
const names =
  "subject.characters subject.words plan=billing plan=login plan=other seats at.month at.weekday at.hour lexicon=billing lexicon=login lexicon=other".split(
    " ",
  );

describe("the baseline's columns", () => {
  test("have the same names in the same order out of fold and in production", () => {
    expect(baselineMatrix(train, folds).names).toStrictEqual(names);
    expect(applyInputs(fitInputs(train), rows).names).toStrictEqual(names);
  });

  test("never see the target of their own fold", () => {
    const turned = { ...train, target: train.target.map((label, i) => (folds[i] === 2 ? (label + 1) % 3 : label)) };
    const [before, after] = [baselineMatrix(train, folds), baselineMatrix(turned, folds)];
    const seen = names.filter((_, k) => before.columns[k]!.some((value, i) => folds[i] === 2 && !Object.is(value, after.columns[k]![i])));
    const moved = names.filter((_, k) => before.columns[k]!.some((value, i) => folds[i] !== 2 && !Object.is(value, after.columns[k]![i])));
    expect(seen).toStrictEqual([]);
    expect(moved).toStrictEqual(names.filter((name) => name.includes("=")));
  });

  test("of a fold are those of a fit on the others", () => {
    const others = [...rows.keys()].filter((i) => folds[i] !== 1);
    const inside = [...rows.keys()].filter((i) => folds[i] === 1);
    const fit = fitInputs(
      dataset(
        kinds,
        others.map((i) => rows[i]!),
        others.map((i) => target[i]!),
        ["billing", "login", "other"],
      ),
    );
    const asked = applyInputs(
      fit,
      inside.map((i) => rows[i]!),
    );
    const whole = baselineMatrix(train, folds);
    expect(asked.columns).toStrictEqual(whole.columns.map((column) => Float64Array.from(inside, (i) => column[i]!)));
  });

  test("are taken over where no cell changed, and are the same as made anew", () => {
    const before = baselineMatrix(train, folds);
    const changed = { ...train, rows: rows.map((row) => ({ ...row, plan: row["plan"] === null ? "free" : "pro" })) };
    const after = baselineMatrix(changed, folds, { rows, matrix: before });
    expect(after).toStrictEqual(baselineMatrix(changed, folds));
    expect(names.filter((_, k) => after.columns[k] !== before.columns[k])).toStrictEqual(["plan=billing", "plan=login", "plan=other"]);
  });

  test("hold no score where no text says anything", () => {
    const mute = dataset({ subject: "text" }, [{ subject: null }, { subject: "once" }], [0, 1], ["a", "b"]);
    expect(baselineMatrix(mute, dealt(2, 2)).names).toStrictEqual(["subject.characters", "subject.words"]);
    expect(fitInputs(mute).lexicon).toBeNull();
  });

  test("follow a number target", () => {
    const numbers = dataset(
      kinds,
      rows,
      rows.map((_, i) => i % 4),
      null,
    );
    expect(baselineMatrix(numbers, folds).names).toStrictEqual(applyInputs(fitInputs(numbers), rows).names);
    expect(baselineMatrix(numbers, folds).names.slice(-1)).toStrictEqual(["lexicon=mean"]);
  });
});
