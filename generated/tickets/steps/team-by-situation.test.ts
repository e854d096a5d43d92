import { expect, test } from "vitest";
import { emptyRow } from "../input.ts";
import { team_by_situation } from "./team-by-situation.ts";

// Written by the author of the function: these cases say what was meant.

test("says nothing without a text", () => {
  expect(team_by_situation(emptyRow)).toStrictEqual({ label: "unknown", confidence: "low" });
});

test("knows a forgotten secret", () => {
  expect(team_by_situation({ ...emptyRow, body: "forgot my password" })).toStrictEqual({ label: "access", confidence: "medium" });
});

test("is sure with two situations", () => {
  expect(team_by_situation({ ...emptyRow, body: "forgot my password, account is locked" })).toStrictEqual({
    label: "access",
    confidence: "high",
  });
});

test("knows a claim", () => {
  expect(team_by_situation({ ...emptyRow, body: "refund" })).toStrictEqual({ label: "billing", confidence: "medium" });
});

test("knows a fault", () => {
  expect(team_by_situation({ ...emptyRow, body: "it crashes" })).toStrictEqual({ label: "bug", confidence: "medium" });
});

test("knows a farewell", () => {
  expect(team_by_situation({ ...emptyRow, body: "gdpr" })).toStrictEqual({ label: "cancel", confidence: "medium" });
});

test("knows a question of use", () => {
  expect(team_by_situation({ ...emptyRow, body: "rate per client" })).toStrictEqual({ label: "howto", confidence: "medium" });
});

test("knows an attack", () => {
  expect(team_by_situation({ ...emptyRow, body: "phishing" })).toStrictEqual({ label: "security", confidence: "medium" });
});

test("leaves a tie open", () => {
  expect(team_by_situation({ ...emptyRow, body: "refund, it crashes" })).toStrictEqual({ label: "unknown", confidence: "low" });
});
