import { expect, test } from "vitest";
import { emptyRow } from "../input.ts";
import { door_minus_inside } from "./door-minus-inside.ts";

// Written by the author of the function: these cases say what was meant.

test("is zero without text", () => {
  expect(door_minus_inside(emptyRow)).toBeCloseTo(0, 7);
});

test("counts the door", () => {
  expect(door_minus_inside({ ...emptyRow, subject: "password", body: "the sso says no" })).toBeCloseTo(2, 7);
});

test("counts the rooms inside", () => {
  expect(door_minus_inside({ ...emptyRow, body: "timer crashes, csv is empty" })).toBeCloseTo(-3, 7);
});

test("weighs both", () => {
  expect(door_minus_inside({ ...emptyRow, subject: "after login", body: "dashboard hangs and the pdf too" })).toBeCloseTo(-2, 7);
});

test("does not take an engineer for a sign", () => {
  expect(door_minus_inside({ ...emptyRow, body: "our engineer is unhappy" })).toBeCloseTo(0, 7);
});

test("counts one sign once", () => {
  expect(door_minus_inside({ ...emptyRow, body: "password, password" })).toBeCloseTo(1, 7);
});

test("reads capitals and accents as plain letters", () => {
  expect(door_minus_inside({ ...emptyRow, subject: "CONTRASEÑA" })).toBeCloseTo(1, 7);
});

test("closes contractions", () => {
  expect(door_minus_inside({ ...emptyRow, body: "my client can't" })).toBeCloseTo(-1, 7);
});

test("reads over line breaks", () => {
  expect(door_minus_inside({ ...emptyRow, body: "sign\n  in" })).toBeCloseTo(1, 7);
});
