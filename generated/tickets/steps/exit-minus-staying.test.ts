import { expect, test } from "vitest";
import { emptyRow } from "../input.ts";
import { exit_minus_staying } from "./exit-minus-staying.ts";

// Written by the author of the function: these cases say what was meant.

test("is zero without text", () => {
  expect(exit_minus_staying(emptyRow)).toBeCloseTo(0, 7);
});

test("counts the signs of a parting", () => {
  expect(exit_minus_staying({ ...emptyRow, subject: "bye", body: "I retire, hardly use it" })).toBeCloseTo(3, 7);
});

test("counts the signs of going on", () => {
  expect(exit_minus_staying({ ...emptyRow, body: "logo broken after update, charged" })).toBeCloseTo(-3, 7);
});

test("takes back what is denied", () => {
  expect(exit_minus_staying({ ...emptyRow, body: "I do not want to cancel" })).toBeCloseTo(-1, 7);
});

test("weighs both", () => {
  expect(exit_minus_staying({ ...emptyRow, body: "pause please, else refund" })).toBeCloseTo(0, 7);
});

test("takes thanks for nothing", () => {
  expect(exit_minus_staying({ ...emptyRow, body: "many thanks" })).toBeCloseTo(0, 7);
});

test("reads capitals and accents as plain letters", () => {
  expect(exit_minus_staying({ ...emptyRow, subject: "RÉSILIATION" })).toBeCloseTo(1, 7);
});

test("closes contractions", () => {
  expect(exit_minus_staying({ ...emptyRow, body: "we don't renew" })).toBeCloseTo(1, 7);
});

test("reads over line breaks", () => {
  expect(exit_minus_staying({ ...emptyRow, body: "good\n  luck" })).toBeCloseTo(1, 7);
});
