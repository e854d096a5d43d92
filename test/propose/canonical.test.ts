import { expect, test } from "vitest";
import { requestHash } from "../../generator/propose/canonical.ts";
import type { ModelRequest } from "../../generator/asking.ts";
const request: ModelRequest = {
  stage: "steps 1",
  model: "m",
  messages: [{ role: "user", content: "ü\ud800" }],
  schemaName: "s",
  schema: { b: [1, { d: null, c: true }], a: "x" },
  maxOutputTokens: 10,
};

test("a request has the hash that recorded replies are named by", () => {
  expect(requestHash(request)).toBe("84445147dfb39035df78b4ac1bcb36ca1eae4741ca47563d63b86ec4a01007e0");
});

test("neither the order of keys nor the name of the stage counts", () => {
  const { messages, ...rest } = request;
  expect(requestHash({ ...rest, schema: { a: "x", b: [1, { c: true, d: null }] }, stage: "other", messages })).toBe(requestHash(request));
});

test.each<Partial<ModelRequest>>([
  { model: "n" },
  { maxOutputTokens: 11 },
  { schemaName: "t" },
  { schema: { a: "x" } },
  { messages: [{ role: "system", content: "ü\ud800" }] },
])("whatever decides the answer counts: %j", (change) => {
  expect(requestHash({ ...request, ...change })).not.toBe(requestHash(request));
});
