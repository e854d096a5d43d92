import { expect, test } from "vitest";
import { emptyRow } from "../input.ts";
import { leaving_stance } from "./leaving-stance.ts";

// Written by the author of the function: these cases say what was meant.

test("says nothing without text", () => {
  expect(leaving_stance(emptyRow)).toStrictEqual({ label: "unknown", confidence: "low" });
});

test("hears the bare word", () => {
  expect(leaving_stance({ ...emptyRow, body: "please cancel" })).toStrictEqual({ label: "leave", confidence: "low" });
});

test("hears word and object", () => {
  expect(leaving_stance({ ...emptyRow, body: "please cancel my subscription" })).toStrictEqual({ label: "leave", confidence: "medium" });
});

test("is sure with a reason", () => {
  expect(leaving_stance({ ...emptyRow, body: "cancel the subscription, we no longer need it" })).toStrictEqual({
    label: "leave",
    confidence: "high",
  });
});

test("does not take an invoice for the plan", () => {
  expect(leaving_stance({ ...emptyRow, body: "can I cancel an invoice" })).toStrictEqual({ label: "unknown", confidence: "low" });
});

test("sees that it was done before", () => {
  expect(leaving_stance({ ...emptyRow, body: "They already cancelled in May" })).toStrictEqual({
    label: "after_leaving",
    confidence: "medium",
  });
});

test("is sure of a charge after leaving", () => {
  expect(leaving_stance({ ...emptyRow, body: "I closed it, still charged" })).toStrictEqual({ label: "after_leaving", confidence: "high" });
});

test("knows an erasure", () => {
  expect(leaving_stance({ ...emptyRow, body: "GDPR: erase my data" })).toStrictEqual({ label: "erase", confidence: "high" });
});

test("prefers erasure in a tie", () => {
  expect(leaving_stance({ ...emptyRow, body: "Cancel under GDPR" })).toStrictEqual({ label: "erase", confidence: "medium" });
});

test("prefers leaving with more signs", () => {
  expect(leaving_stance({ ...emptyRow, body: "erase my data and cancel the plan" })).toStrictEqual({
    label: "leave",
    confidence: "medium",
  });
});
