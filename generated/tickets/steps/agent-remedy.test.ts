import { expect, test } from "vitest";
import { emptyRow } from "../input.ts";
import { agent_remedy } from "./agent-remedy.ts";

// Written by the author of the function: these cases say what was meant.

test("says nothing without text", () => {
  expect(agent_remedy(emptyRow)).toStrictEqual({ label: "unknown", confidence: "low" });
});

test("sees that someone must be unlocked", () => {
  expect(agent_remedy({ ...emptyRow, body: "please unlock it" })).toStrictEqual({ label: "access", confidence: "low" });
});

test("knows two ways to ask for money", () => {
  expect(agent_remedy({ ...emptyRow, body: "Refund, I want my money back" })).toStrictEqual({ label: "billing", confidence: "medium" });
});

test("is sure of a repair", () => {
  expect(agent_remedy({ ...emptyRow, subject: "known issue?", body: "pls fix, someone looked at it?" })).toStrictEqual({
    label: "bug",
    confidence: "high",
  });
});

test("hears that something is to be explained", () => {
  expect(agent_remedy({ ...emptyRow, body: "is there an option for that" })).toStrictEqual({ label: "howto", confidence: "low" });
});

test("hears that it must end", () => {
  expect(agent_remedy({ ...emptyRow, body: "cancel our plan" })).toStrictEqual({ label: "cancel", confidence: "low" });
});

test("sees what must be investigated", () => {
  expect(agent_remedy({ ...emptyRow, body: "was that really you? smells like phishing" })).toStrictEqual({
    label: "security",
    confidence: "medium",
  });
});

test("leaves a tie open", () => {
  expect(agent_remedy({ ...emptyRow, body: "unlock it or refund" })).toStrictEqual({ label: "unknown", confidence: "low" });
});
