import { describe, expect, test } from "vitest";
import { profile } from "../../generator/data/profile.ts";
import type { Column } from "../../generator/types.ts";
import { column, datasetOf } from "./source.ts";

const labels = Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? "bug" : "billing"));
const texts = labels.map((label, i) =>
  label === "bug" ? `App crashes on start, mail u${i}@corp.example` : `Please refund invoice INV-${1000 + i}!`,
);

function factsOf(
  kind: "text" | "category" | "number" | "date",
  send: Column["send"],
  cells: readonly (string | number | null)[],
): readonly string[] {
  const dataset = datasetOf(
    [column("c", kind, send)],
    cells.map((c) => ({ c })),
    labels,
  );
  return profile(dataset).columns[0]?.facts ?? [];
}

describe("a profile", () => {
  test("counts rows and classes", () => {
    const { rows, target } = profile(
      datasetOf(
        [],
        labels.map(() => ({})),
        labels,
      ),
    );
    expect({ rows, target }).toStrictEqual({ rows: 60, target: ["billing: 40 rows (67 %)", "bug: 20 rows (33 %)"] });
  });

  test("of a column that is never sent has no facts", () => {
    expect(factsOf("text", "never", texts)).toStrictEqual([]);
  });

  test("of a shape column names nothing that a cell says", () => {
    const told = factsOf("text", "shape", texts).join("\n");
    expect(told).not.toMatch(/crash|refund|corp|10\d\d/i);
    expect(
      factsOf(
        "category",
        "shape",
        texts.map((_, i) => `Plan ${i % 4}`),
      ),
    ).toStrictEqual([
      "never missing; 4 different cells",
      'shapes (letters a or A in runs of at most 4, digits 9 in runs of at most 8): 60 × "Aaaa 9"',
    ]);
  });

  test("of a text names what is typical of a class, masked", () => {
    const facts = factsOf("text", "masked", texts);
    expect(facts).toStrictEqual([
      "never missing; 60 different cells",
      "characters: 5 % 31, median 31, 95 % 43; words: 5 % 4, median 4, 95 % 6",
      "cells with a digit 100 %, a question mark 0 %, an exclamation mark 67 %, a line break 0 %, a currency sign 0 %, a link 0 %, an e-mail address 33 %, a word in capitals 0 %, letters beyond ASCII 0 %",
      "typical of billing, rows with it of 40, and of 20 elsewhere: inv (40, elsewhere 0), invoice (40, elsewhere 0), please (40, elsewhere 0), refund (40, elsewhere 0)",
      "typical of bug, rows with it of 20, and of 40 elsewhere: <email> (20, elsewhere 0), app (20, elsewhere 0), crashes (20, elsewhere 0), mail (20, elsewhere 0), on (20, elsewhere 0), start (20, elsewhere 0)",
    ]);
  });

  test("never names a value of fewer than ten rows, nor a word of fewer than five", () => {
    const values = labels.map((_, i) => (i < 50 ? "web" : i < 59 ? "Jane Doe's phone" : "fax"));
    expect(factsOf("category", "values", values)).toStrictEqual([
      "never missing; 3 different cells",
      '"web": 50 rows (billing 66 %; bug 34 %)',
      "2 values of under 10 rows each, 10 rows together",
    ]);
    const names = labels.map((label, i) => (label === "bug" && i < 12 ? "zebedee" : "plain words"));
    expect(factsOf("text", "values", names).join("\n")).not.toContain("zebedee");
  });

  test("of a number tells range and medians, rounded where only the shape is told", () => {
    const cells = labels.map((label, i) => (i === 0 ? null : label === "bug" ? 1234.5 : -i));
    expect(factsOf("number", "shape", cells)).toStrictEqual([
      "missing in 1 of 60 rows (2 %); 41 different cells",
      "missing by target: billing 0 %; bug 5 %",
      "numbers from -59 to 1200; 5 % -56, median -16, 95 % 1200",
      "zero in 0 %, negative in 68 %",
      "median by target: billing -29; bug 1200",
    ]);
    expect(factsOf("number", "values", cells)[2]).toBe("numbers from -59 to 1230; 5 % -56, median -16, 95 % 1230");
  });

  test("of a date tells the span, to the month where only the shape is told", () => {
    const cells = labels.map((_, i) => `2026-0${1 + (i % 3)}-1${i % 10}`);
    const shapes = 'shapes (letters a or A in runs of at most 4, digits 9 in runs of at most 8): 60 × "9999-99-99"';
    expect(factsOf("date", "shape", cells)).toStrictEqual(["never missing; 30 different cells", "from 2026-01 to 2026-03", shapes]);
    expect(factsOf("date", "masked", cells)).toStrictEqual(["never missing; 30 different cells", "from 2026-01-10 to 2026-03-19", shapes]);
  });

  test("of an empty column is short", () => {
    expect(
      factsOf(
        "number",
        "values",
        labels.map(() => null),
      ),
    ).toStrictEqual(["missing in 60 of 60 rows (100 %); 0 different cells", "missing by target: billing 100 %; bug 100 %"]);
  });

  test("of a number target speaks of thirds", () => {
    const dataset = datasetOf(
      [column("c", "category")],
      labels.map((c) => ({ c })),
      labels,
    );
    const task = { kind: "number" as const, column: "y", sentence: "" };
    const { target, columns } = profile({ ...dataset, task, target: Float64Array.from(labels.keys()) });
    expect(target).toStrictEqual(["5 % 3, median 30, 95 % 57; lowest 0, highest 59"]);
    expect(columns[0]?.facts).toContain('"bug": 20 rows (low (below 20) 35 %; middle 35 %; high (from 40) 30 %)');
  });
});
