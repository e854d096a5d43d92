import { expect, test } from "vitest";
import { emptyRow } from "../input.ts";
import { entry_obstacle } from "./entry-obstacle.ts";

// Written by the author of the function: these cases say what was meant.

test("says nothing without text", () => {
  expect(entry_obstacle(emptyRow)).toStrictEqual({ label: "unknown", confidence: "low" });
});

test("knows a password", () => {
  expect(entry_obstacle({ ...emptyRow, body: "forgot my password" })).toStrictEqual({ label: "password", confidence: "medium" });
});

test("is sure with three signs", () => {
  expect(entry_obstacle({ ...emptyRow, body: "forgot the password, account locked" })).toStrictEqual({
    label: "password",
    confidence: "high",
  });
});

test("knows the second factor", () => {
  expect(entry_obstacle({ ...emptyRow, body: "authenticator gone" })).toStrictEqual({ label: "code", confidence: "low" });
});

test("knows a mail that is late", () => {
  expect(entry_obstacle({ ...emptyRow, body: "The activation mail never came" })).toStrictEqual({ label: "mail", confidence: "medium" });
});

test("lets single sign-on win", () => {
  expect(entry_obstacle({ ...emptyRow, body: "Okta wants a password, assertion fails" })).toStrictEqual({
    label: "sso",
    confidence: "low",
  });
});

test("knows missing rights", () => {
  expect(entry_obstacle({ ...emptyRow, body: "my invite says no access" })).toStrictEqual({ label: "rights", confidence: "medium" });
});

test("leaves a tie open", () => {
  expect(entry_obstacle({ ...emptyRow, body: "SSO wants a password" })).toStrictEqual({ label: "unknown", confidence: "low" });
});
