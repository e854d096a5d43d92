import { expect, test } from "vitest";
import { emptyRow } from "../input.ts";
import { setup_plan_minus_stuck_state } from "./setup-plan-minus-stuck-state.ts";

// Written by the author of the function: these cases say what was meant.

test("says nothing without a text", () => {
  expect(setup_plan_minus_stuck_state(emptyRow)).toBeCloseTo(0, 7);
});

test("adds up the signs of a plan", () => {
  expect(setup_plan_minus_stuck_state({ ...emptyRow, body: "is it possible to set a default currency" })).toBeCloseTo(3, 7);
});

test("counts a plight below zero", () => {
  expect(setup_plan_minus_stuck_state({ ...emptyRow, body: "locked, password lost" })).toBeCloseTo(-3, 7);
});

test("weighs a question asked from a plight", () => {
  expect(setup_plan_minus_stuck_state({ ...emptyRow, body: "can i change a lost password" })).toBeCloseTo(-1, 7);
});

test("balances one against one", () => {
  expect(setup_plan_minus_stuck_state({ ...emptyRow, body: "default fails" })).toBeCloseTo(0, 7);
});

test("hears nothing in a greeting", () => {
  expect(setup_plan_minus_stuck_state({ ...emptyRow, body: "hello" })).toBeCloseTo(0, 7);
});

test("hears through capitals, apostrophe and spacing", () => {
  expect(setup_plan_minus_stuck_state({ ...emptyRow, subject: "CAN’T LOG  IN" })).toBeCloseTo(-2, 7);
});

test("reads a word with an accent", () => {
  expect(setup_plan_minus_stuck_state({ ...emptyRow, body: "não consigo" })).toBeCloseTo(-1, 7);
});
