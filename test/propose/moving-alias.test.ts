import { expect, test } from "vitest";
import { movingAlias } from "../../generator/propose/moving-alias.ts";

test.each([
  ["gpt-x", "gpt-x-2026-03-01", "gpt-x is an alias that moves; it answered as gpt-x-2026-03-01: name that in `author.model` to keep it"],
  ["claude", "other", "claude was asked for, other answered"],
  ["m-latest", "m-latest", "m-latest is an alias that moves: name a dated model in `author.model` to keep it"],
  ["gpt-x-2026-03-01", "gpt-x-2026-03-01", null],
  ["llama3:8b", "llama3:8b", null],
])("%s answered as %s", (requested, answered, line) => {
  expect(movingAlias(requested, answered)).toBe(line);
});
