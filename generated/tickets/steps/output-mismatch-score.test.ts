import { expect, test } from "vitest";
import { emptyRow } from "../input.ts";
import { output_mismatch_score } from "./output-mismatch-score.ts";

// Written by the author of the function: these cases say what was meant.

test("cannot tell without text", () => {
  expect(output_mismatch_score(emptyRow)).toBe(null);
});

test("is neutral on a greeting", () => {
  expect(output_mismatch_score({ ...emptyRow, body: "hello" })).toBeCloseTo(0, 7);
});

test("adds shown and expected", () => {
  expect(output_mismatch_score({ ...emptyRow, body: "The total shows 25 but should be 24" })).toBeCloseTo(3, 7);
});

test("adds here and there", () => {
  expect(output_mismatch_score({ ...emptyRow, body: "Works in Chrome, blank in Safari" })).toBeCloseTo(3, 7);
});

test("subtracts a question about entry", () => {
  expect(output_mismatch_score({ ...emptyRow, body: "How do I log in?" })).toBeCloseTo(-2, 7);
});

test("balances a wrong card", () => {
  expect(output_mismatch_score({ ...emptyRow, body: "wrong card" })).toBeCloseTo(0, 7);
});

test("reads the subject alone", () => {
  expect(output_mismatch_score({ ...emptyRow, subject: "Wrong total" })).toBeCloseTo(1, 7);
});
