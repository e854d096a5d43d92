import { expect, test } from "vitest";
import { emptyRow } from "../input.ts";
import { closing_act } from "./closing-act.ts";

// Written by the author of the function: these cases say what was meant.

test("says nothing without text", () => {
  expect(closing_act(emptyRow)).toStrictEqual({ label: "unknown", confidence: "low" });
});

test("hears a question before the thanks", () => {
  expect(closing_act({ ...emptyRow, body: "The app is red. How do I change it? Thanks" })).toStrictEqual({
    label: "asks",
    confidence: "high",
  });
});

test("hears a mark alone", () => {
  expect(closing_act({ ...emptyRow, body: "It was green before?" })).toStrictEqual({ label: "asks", confidence: "medium" });
});

test("is sure of a plea with a verb", () => {
  expect(closing_act({ ...emptyRow, body: "Total is off. Please fix" })).toStrictEqual({ label: "demands", confidence: "high" });
});

test("takes can you for a demand", () => {
  expect(closing_act({ ...emptyRow, body: "Can you look at it?" })).toStrictEqual({ label: "demands", confidence: "medium" });
});

test("hears a report", () => {
  expect(closing_act({ ...emptyRow, body: "Nothing loads." })).toStrictEqual({ label: "tells", confidence: "medium" });
});

test("is less sure after a question", () => {
  expect(closing_act({ ...emptyRow, body: "Why? Nothing loads." })).toStrictEqual({ label: "tells", confidence: "low" });
});
