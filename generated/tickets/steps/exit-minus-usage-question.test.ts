import { expect, test } from "vitest";
import { emptyRow } from "../input.ts";
import { exit_minus_usage_question } from "./exit-minus-usage-question.ts";

// Written by the author of the function: these cases say what was meant.

test("says nothing without a text", () => {
  expect(exit_minus_usage_question(emptyRow)).toBeCloseTo(0, 7);
});

test("adds up the signs of leaving", () => {
  expect(exit_minus_usage_question({ ...emptyRow, body: "please cancel, we dont need it" })).toBeCloseTo(2, 7);
});

test("keeps a leaver's question above zero", () => {
  expect(exit_minus_usage_question({ ...emptyRow, body: "how do i quit" })).toBeCloseTo(1, 7);
});

test("counts a question of use below zero", () => {
  expect(exit_minus_usage_question({ ...emptyRow, body: "can i add a logo" })).toBeCloseTo(-3, 7);
});

test("balances the cancelling of a document", () => {
  expect(exit_minus_usage_question({ ...emptyRow, body: "cancel an invoice" })).toBeCloseTo(0, 7);
});

test("hears nothing in a greeting", () => {
  expect(exit_minus_usage_question({ ...emptyRow, body: "hello" })).toBeCloseTo(0, 7);
});

test("hears through capitals, apostrophe and spacing", () => {
  expect(exit_minus_usage_question({ ...emptyRow, subject: "WE DON’T  NEED IT" })).toBeCloseTo(1, 7);
});

test("reads a word with an accent", () => {
  expect(exit_minus_usage_question({ ...emptyRow, body: "je veux résilier" })).toBeCloseTo(1, 7);
});
