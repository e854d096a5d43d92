import { expect, test } from "vitest";
import { emptyRow } from "../input.ts";
import { wished_minus_happened } from "./wished-minus-happened.ts";

// Written by the author of the function: these cases say what was meant.

test("is zero without text", () => {
  expect(wished_minus_happened(emptyRow)).toBeCloseTo(0, 7);
});

test("counts wishes", () => {
  expect(wished_minus_happened({ ...emptyRow, body: "I want a stamp, would be fine" })).toBeCloseTo(2, 7);
});

test("counts events", () => {
  expect(wished_minus_happened({ ...emptyRow, body: "yesterday it was gone" })).toBeCloseTo(-3, 7);
});

test("weighs both", () => {
  expect(wished_minus_happened({ ...emptyRow, body: "can I undo what I did" })).toBeCloseTo(0, 7);
});

test("counts one sign once", () => {
  expect(wished_minus_happened({ ...emptyRow, body: "want, want" })).toBeCloseTo(1, 7);
});

test("takes a bare noun for nothing", () => {
  expect(wished_minus_happened({ ...emptyRow, subject: "Footer", body: "footer text" })).toBeCloseTo(0, 7);
});

test("reads capitals and accents as plain letters", () => {
  expect(wished_minus_happened({ ...emptyRow, subject: "MÖCHTE" })).toBeCloseTo(1, 7);
});

test("closes contractions", () => {
  expect(wished_minus_happened({ ...emptyRow, body: "I'd like tea" })).toBeCloseTo(1, 7);
});

test("reads over line breaks", () => {
  expect(wished_minus_happened({ ...emptyRow, body: "last\n  night" })).toBeCloseTo(-1, 7);
});
