import { expect, test } from "vitest";
import { emptyRow } from "../input.ts";
import { team_by_signs } from "./team-by-signs.ts";

// Written by the author of the function: these cases say what was meant.

test("says nothing without text", () => {
  expect(team_by_signs(emptyRow)).toStrictEqual({ label: "unknown", confidence: "low" });
});

test("takes a forgotten password for access", () => {
  expect(team_by_signs({ ...emptyRow, body: "forgot my password" })).toStrictEqual({ label: "access", confidence: "low" });
});

test("is sure of a double charge", () => {
  expect(team_by_signs({ ...emptyRow, body: "Refund please, you charged me twice" })).toStrictEqual({
    label: "billing",
    confidence: "high",
  });
});

test("hears a crash", () => {
  expect(team_by_signs({ ...emptyRow, body: "App crashes" })).toStrictEqual({ label: "bug", confidence: "medium" });
});

test("reads a German notice", () => {
  expect(team_by_signs({ ...emptyRow, body: "Kündigung zum nächstmöglichen Termin" })).toStrictEqual({
    label: "cancel",
    confidence: "medium",
  });
});

test("hears a question of use", () => {
  expect(team_by_signs({ ...emptyRow, body: "Is there a way to set a logo?" })).toStrictEqual({ label: "howto", confidence: "medium" });
});

test("lets the larger score win", () => {
  expect(team_by_signs({ ...emptyRow, body: "forgot, somebody hacked" })).toStrictEqual({ label: "security", confidence: "low" });
});

test("leaves a tie open", () => {
  expect(team_by_signs({ ...emptyRow, body: "stranger forgot" })).toStrictEqual({ label: "unknown", confidence: "low" });
});

test("counts a filled amount", () => {
  expect(team_by_signs({ ...emptyRow, amount: "$9", body: "hello" })).toStrictEqual({ label: "billing", confidence: "low" });
});
