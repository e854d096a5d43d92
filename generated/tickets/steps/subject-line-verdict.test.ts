import { expect, test } from "vitest";
import { emptyRow } from "../input.ts";
import { subject_line_verdict } from "./subject-line-verdict.ts";

// Written by the author of the function: these cases say what was meant.

test("says nothing without a subject", () => {
  expect(subject_line_verdict({ ...emptyRow, body: "password charged crash" })).toStrictEqual({ label: "unknown", confidence: "low" });
});

test("reads a subject of one word", () => {
  expect(subject_line_verdict({ ...emptyRow, subject: "Password" })).toStrictEqual({ label: "access", confidence: "medium" });
});

test("is sure with two signs of billing", () => {
  expect(subject_line_verdict({ ...emptyRow, subject: "charged, refund" })).toStrictEqual({ label: "billing", confidence: "high" });
});

test("knows a fault", () => {
  expect(subject_line_verdict({ ...emptyRow, subject: "it crashes" })).toStrictEqual({ label: "bug", confidence: "medium" });
});

test("knows a question by its first word", () => {
  expect(subject_line_verdict({ ...emptyRow, subject: "Where is it" })).toStrictEqual({ label: "howto", confidence: "medium" });
});

test("knows a parting", () => {
  expect(subject_line_verdict({ ...emptyRow, subject: "goodbye" })).toStrictEqual({ label: "cancel", confidence: "medium" });
});

test("prefers the stranger to the door", () => {
  expect(subject_line_verdict({ ...emptyRow, subject: "login from Oslo" })).toStrictEqual({ label: "security", confidence: "low" });
});

test("leaves a tie open", () => {
  expect(subject_line_verdict({ ...emptyRow, subject: "refund or password" })).toStrictEqual({ label: "unknown", confidence: "low" });
});
