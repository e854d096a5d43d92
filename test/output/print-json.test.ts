import { expect, test } from "vitest";
import { printJson } from "../../generator/output/print-json.ts";

test("keys are sorted, short records stay on a line, tables stay on a line however long", () => {
  const long = Array.from({ length: 60 }, (_, i) => i / 3);
  expect(printJson({ b: { z: 1, a: "x" }, a: [["cancel", 1.5, -0.25]], weights: long })).toBe(
    `{\n  "a": [["cancel", 1.5, -0.25]],\n  "b": { "a": "x", "z": 1 },\n  "weights": [${long.map(String).join(", ")}]\n}\n`,
  );
});

test("a row of a table with a word in front stays on a line", () => {
  const row = ["refund", 1.5, Array.from({ length: 40 }, (_, i) => i / 7)];
  expect(printJson([row, row]).split("\n")).toHaveLength(5);
});

test.each([0, -0, 1e21, 1e-7, 0.1 + 0.2, 5e-324, Number.MAX_VALUE])("the number %s comes back with its bits", (value) => {
  expect(Object.is(JSON.parse(printJson([value]))[0], value)).toBe(true);
});

test("a lone surrogate and a __proto__ key come back", () => {
  const value: unknown = JSON.parse('{"__proto__": "\\ud800"}');
  expect(JSON.parse(printJson(value))).toStrictEqual(value);
  expect(printJson(value)).toBe('{ "__proto__": "\\ud800" }\n');
});

test("what JSON cannot hold is refused", () => {
  expect(() => printJson([Number.NaN])).toThrow("NaN cannot be stored");
  expect(() => printJson({ a: () => 1 })).toThrow("a function cannot be stored");
});
