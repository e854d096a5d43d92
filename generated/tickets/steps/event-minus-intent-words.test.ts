import { expect, test } from "vitest";
import { emptyRow } from "../input.ts";
import { event_minus_intent_words } from "./event-minus-intent-words.ts";

// Written by the author of the function: these cases say what was meant.

test("says nothing without a text", () => {
  expect(event_minus_intent_words(emptyRow)).toBeCloseTo(0, 7);
});

test("counts what happened", () => {
  expect(event_minus_intent_words({ ...emptyRow, body: "it stopped yesterday" })).toBeCloseTo(2, 7);
});

test("counts every event", () => {
  expect(event_minus_intent_words({ ...emptyRow, body: "it was charged, i noticed" })).toBeCloseTo(3, 7);
});

test("counts a wish below zero", () => {
  expect(event_minus_intent_words({ ...emptyRow, body: "can we add tax or not" })).toBeCloseTo(-2, 7);
});

test("balances an event and a wish", () => {
  expect(event_minus_intent_words({ ...emptyRow, body: "i tried, can you help" })).toBeCloseTo(0, 7);
});

test("hears nothing in a greeting", () => {
  expect(event_minus_intent_words({ ...emptyRow, body: "hello" })).toBeCloseTo(0, 7);
});

test("hears through capitals, apostrophe and accents", () => {
  expect(event_minus_intent_words({ ...emptyRow, body: "J’AI VU, IL ÉTAIT LÀ" })).toBeCloseTo(2, 7);
});

test("takes no part of a word for a word", () => {
  expect(event_minus_intent_words({ ...emptyRow, subject: "an unpaid order for wasted fuel" })).toBeCloseTo(0, 7);
});
