import { expect, test } from "vitest";
import { emptyRow } from "../input.ts";
import { setup_wish_minus_barrier } from "./setup-wish-minus-barrier.ts";

// Written by the author of the function: these cases say what was meant.

test("is zero without text", () => {
  expect(setup_wish_minus_barrier(emptyRow)).toBeCloseTo(0, 7);
});

test("counts what is to be set up", () => {
  expect(setup_wish_minus_barrier({ ...emptyRow, body: "a footer and a recurring invoice" })).toBeCloseTo(2, 7);
});

test("counts the barrier", () => {
  expect(setup_wish_minus_barrier({ ...emptyRow, body: "locked and it is urgent" })).toBeCloseTo(-2, 7);
});

test("weighs both", () => {
  expect(setup_wish_minus_barrier({ ...emptyRow, subject: "webhook", body: "the scopes were denied" })).toBeCloseTo(1, 7);
});

test("counts one sign once", () => {
  expect(setup_wish_minus_barrier({ ...emptyRow, body: "logo, logo" })).toBeCloseTo(1, 7);
});

test("takes praise for nothing", () => {
  expect(setup_wish_minus_barrier({ ...emptyRow, body: "lovely product, thanks" })).toBeCloseTo(0, 7);
});

test("reads capitals and accents as plain letters", () => {
  expect(setup_wish_minus_barrier({ ...emptyRow, subject: "NOUVEAU TÉLÉPHONE" })).toBeCloseTo(-1, 7);
});

test("closes contractions", () => {
  expect(setup_wish_minus_barrier({ ...emptyRow, body: "I’d like tea" })).toBeCloseTo(1, 7);
});

test("reads over line breaks", () => {
  expect(setup_wish_minus_barrier({ ...emptyRow, body: "late\n  fee" })).toBeCloseTo(1, 7);
});
