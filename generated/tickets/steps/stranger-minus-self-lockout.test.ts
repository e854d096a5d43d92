import { expect, test } from "vitest";
import { emptyRow } from "../input.ts";
import { stranger_minus_self_lockout } from "./stranger-minus-self-lockout.ts";

// Written by the author of the function: these cases say what was meant.

test("cannot tell without text", () => {
  expect(stranger_minus_self_lockout(emptyRow)).toBe(null);
});

test("adds up an intrusion", () => {
  expect(stranger_minus_self_lockout({ ...emptyRow, body: "Somebody logged in from Paris, not me" })).toBeCloseTo(3, 7);
});

test("subtracts the owner's lockout", () => {
  expect(stranger_minus_self_lockout({ ...emptyRow, body: "I forgot it and cannot log in" })).toBeCloseTo(-2, 7);
});

test("balances both", () => {
  expect(stranger_minus_self_lockout({ ...emptyRow, body: "Phishing mail, and I forgot my code" })).toBeCloseTo(0, 7);
});

test("is neutral on a greeting", () => {
  expect(stranger_minus_self_lockout({ ...emptyRow, body: "Hello" })).toBeCloseTo(0, 7);
});

test("reads the subject alone", () => {
  expect(stranger_minus_self_lockout({ ...emptyRow, subject: "hacked" })).toBeCloseTo(1, 7);
});
