import { describe, expect, test } from "vitest";
import { defineConfig, resolveConfig, type UserConfig } from "../generator/config.ts";

const small: UserConfig = {
  name: "small",
  task: "Tell apples from pears.",
  data: { file: "fruit.csv" },
  target: { column: "fruit" },
  columns: { weight: { kind: "number", meaning: "Grams." }, "Skin colour": { kind: "category", meaning: "As seen." } },
  author: { model: "some-model" },
};

function complaintOf(change: object): string {
  try {
    resolveConfig({ ...small, ...change }, "/project");
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "none";
}

describe("a config", () => {
  test("is returned as it was written by defineConfig", () => {
    expect(defineConfig(small)).toBe(small);
  });

  test("is filled up with defaults, absolute paths and identifiers", () => {
    const config = resolveConfig(small, "/project");
    expect(config.data).toStrictEqual({
      file: "fruit.csv",
      place: { kind: "csv", at: "/project/fruit.csv", delimiter: ",", quote: '"' },
      nulls: [],
      maxRejects: 0,
      maxRows: 50_000,
      maxCharacters: 25_000_000,
    });
    expect([config.models, config.generated]).toStrictEqual(["/project/models/small", "/project/generated/small"]);
    expect(config.split).toStrictEqual({ kind: "random", holdout: 0.25 });
    expect(config.columns).toStrictEqual([
      { name: "weight", property: "weight", kind: "number", meaning: "Grams.", send: "shape" },
      { name: "Skin colour", property: "skinColour", kind: "category", meaning: "As seen.", send: "shape" },
    ]);
  });

  test("names the nearest key for an unknown one, at any depth", () => {
    expect(complaintOf({ colums: {} })).toBe("the config: unknown key `colums`; did you mean `columns`?");
    expect(complaintOf({ author: { model: "m", budgett: 2 } })).toBe("`author`: unknown key `budgett`; did you mean `budget`?");
    expect(complaintOf({ author: { model: "m", budget: { call: 2 } } })).toBe("`author.budget`: unknown key `call`; did you mean `calls`?");
    expect(complaintOf({ columns: { weight: { kind: "number", meaning: "g", sent: "values" } } })).toBe(
      "`columns.weight`: unknown key `sent`; did you mean `send`?",
    );
    expect(complaintOf({ split: { kind: "time", colum: "day" } })).toContain("did you mean `column`?");
  });

  test("says what was found where a value does not fit", () => {
    expect(complaintOf({ seed: 1.5 })).toContain("`seed`");
    expect(complaintOf({ name: "No Good" })).toBe("`name`: expected lower-case letters, digits and dashes");
    expect(complaintOf({ columns: { weight: { kind: "float", meaning: "g" } } })).toContain("`columns.weight.kind`");
  });

  test("refuses to offer the target or a leak as an input", () => {
    expect(complaintOf({ target: { column: "weight" } })).toBe("`columns.weight` is the target; a pipeline must not read what it predicts");
    expect(complaintOf({ leaks: ["weight"] })).toBe("`leaks` and `columns` both name weight; a leak is never an input");
    expect(complaintOf({ leaks: ["fruit"] })).toContain("`leaks` names the target fruit");
  });

  test("refuses names that could not be properties, and two that would be the same", () => {
    const column = { kind: "text", meaning: "x" };
    expect(complaintOf({ columns: { constructor: column } })).toContain("`constructor` cannot be a property in emitted code");
    expect(complaintOf({ columns: { "???": column } })).toContain("no name cannot be a property");
    expect(complaintOf({ columns: { "a b": column, "a-b": column } })).toBe(
      "`columns.a-b` and `columns.a b` would both be called `aB`; rename one with `as`",
    );
    expect(complaintOf({ columns: { "1st": column } })).toBe("none");
  });

  test("needs an input", () => {
    expect(complaintOf({ columns: { key: { kind: "id", meaning: "Key." } } })).toBe(
      "`columns` has no input; name at least one that is not an id",
    );
  });
});
