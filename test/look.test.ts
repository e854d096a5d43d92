import { describe, expect, test } from "vitest";
import { categoryNote, contributionsOf, type Source, traceEntry } from "../generator/look.ts";
import { indexCategory } from "../generator/runtime.ts";

const source = (kind: Source["kind"], range: Source["range"] = null): Source => ({
  step: "s",
  kind,
  file: "steps/s.ts",
  line: 7,
  at: 0,
  columns: 1,
  range,
});

describe("a trace says what is unusual", () => {
  test.each([
    ["a number outside of what training saw", source("encoder", [0, 5]), { s: 5.1 }, "out of range"],
    ["a number inside of it", source("encoder", [0, 5]), { s: 5 }, null],
    ["a feature's number outside of it", source("feature", [0, 5]), -1, "out of range"],
    ["a cell that is not there", source("encoder", [0, 5]), { s: null }, "missing"],
    ["a feature that says nothing", source("feature"), null, "abstained"],
    ["a classifier that does not know", source("classifier"), { label: "unknown", confidence: "low" }, "abstained"],
    ["a classifier that knows", source("classifier"), { label: "a", confidence: "low" }, null],
    ["a text without a known word", source("lexicon"), { "lexicon=a": null }, "no known word"],
    ["a normalizer without a cell", source("normalizer"), null, "missing"],
    ["a forest", source("forest"), [0, 1], null],
  ])("%s", (_, from, value, note) => {
    expect(traceEntry(from, value).note).toBe(note);
  });

  test("a category that training never saw, in whatever spelling", () => {
    const known = indexCategory({ table: [{ value: "app", shares: [1] }], other: [0] });
    expect([" APP ", "fax", null].map((cell) => categoryNote(known, cell))).toStrictEqual([null, "unknown category", "missing"]);
  });
});

test("effects of a step's columns are summed, the largest step is first, rounding last", () => {
  const sources = [
    { ...source("encoder"), step: "small" },
    { ...source("feature"), step: "large", at: 1, columns: 2 },
  ];
  const effects = [0.125, -0.25, -0.5].map((effect, k) => ({ column: `c${k}`, value: 1, effect }));
  const entries = sources.map((one) => traceEntry(one, 1));
  const found = contributionsOf(sources, entries, { baseline: 1, effects, calibration: 0, rounding: 1e-17 });
  expect(found.map(({ step, effect, columns }) => [step, effect, columns.length])).toStrictEqual([
    ["large", -0.75, 2],
    ["small", 0.125, 1],
    ["rounding", 1e-17, 0],
  ]);
});
