import { expect, test } from "vitest";
import { emptyRow } from "../input.ts";
import { thwarted_verb } from "./thwarted-verb.ts";

// Written by the author of the function: these cases say what was meant.

test("finds nothing without text", () => {
  expect(thwarted_verb(emptyRow)).toBe(null);
});

test("hears the door", () => {
  expect(thwarted_verb({ ...emptyRow, body: "I can't log in" })).toBe("enter");
});

test("hears the payment", () => {
  expect(thwarted_verb({ ...emptyRow, body: "Cannot pay with this" })).toBe("pay");
});

test("hears the way out", () => {
  expect(thwarted_verb({ ...emptyRow, body: "unable to cancel" })).toBe("leave");
});

test("hears the search", () => {
  expect(thwarted_verb({ ...emptyRow, body: "Couldn't find the menu" })).toBe("find");
});

test("takes any other verb for use", () => {
  expect(thwarted_verb({ ...emptyRow, body: "cannot export the list" })).toBe("use");
});

test("hears a thing that fails", () => {
  expect(thwarted_verb({ ...emptyRow, body: "The sync does not start" })).toBe("use");
});

test("does not mistake ability", () => {
  expect(thwarted_verb({ ...emptyRow, body: "I can log in" })).toBe(null);
});
