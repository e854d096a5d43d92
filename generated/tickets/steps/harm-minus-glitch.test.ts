import { expect, test } from "vitest";
import { emptyRow } from "../input.ts";
import { harm_minus_glitch } from "./harm-minus-glitch.ts";

// Written by the author of the function: these cases say what was meant.

test("says nothing without a text", () => {
  expect(harm_minus_glitch(emptyRow)).toBeCloseTo(0, 7);
});

test("adds up the signs of harm", () => {
  expect(harm_minus_glitch({ ...emptyRow, body: "fake app, someone can see my data" })).toBeCloseTo(2, 7);
});

test("counts a fault below zero", () => {
  expect(harm_minus_glitch({ ...emptyRow, body: "app crashes after the update" })).toBeCloseTo(-2, 7);
});

test("balances one against one", () => {
  expect(harm_minus_glitch({ ...emptyRow, body: "a fake crash" })).toBeCloseTo(0, 7);
});

test("is led by the heavier side", () => {
  expect(harm_minus_glitch({ ...emptyRow, body: "phishing, stolen, wrong" })).toBeCloseTo(1, 7);
});

test("hears nothing in a greeting", () => {
  expect(harm_minus_glitch({ ...emptyRow, body: "good morning" })).toBeCloseTo(0, 7);
});

test("hears through capitals, apostrophe and spacing", () => {
  expect(harm_minus_glitch({ ...emptyRow, subject: "IT WASN’T  ME" })).toBeCloseTo(1, 7);
});

test("reads a word with an accent", () => {
  expect(harm_minus_glitch({ ...emptyRow, body: "un hameçonnage" })).toBeCloseTo(1, 7);
});
