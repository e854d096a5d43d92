import { expect, test } from "vitest";
import { regexFault } from "../../../generator/judge/regex/fault.ts";
import { isProvenLinear } from "../../../generator/judge/regex/proof.ts";
import { parseRegex } from "../../../generator/judge/regex/tree.ts";
import { safe, vulnerable } from "./regexes.ts";

test.each(vulnerable.map((pattern) => [String(pattern), pattern] as const))("%s is refused with a hint", (_, { source, flags }) => {
  expect(regexFault(source, flags)).toMatch(/; (?:bound|make)/);
});

test.each(safe.map((pattern) => [String(pattern), pattern] as const))("%s is allowed", (_, { source, flags }) => {
  expect(regexFault(source, flags)).toBeNull();
});

test("no vulnerable pattern with an open repeat has a short proof", () => {
  const proven = vulnerable.filter(({ source, flags }) => isProvenLinear(parseRegex(source), source, flags)).map(String);
  expect(proven).toStrictEqual(["/(?:a{1,50}){1,50}b/", "/(?:\\w{1,30}\\s?){1,30}$/", "/[a-z]{1,200}[a-z]{1,200}[a-z]{1,200}!/"]);
});

test("features outside the table are refused by name", () => {
  expect(["y", "d", "v"].map((flag) => regexFault("a", flag)?.split(";")[0])).toStrictEqual(["the flag y", "the flag d", "the flag v"]);
  expect(regexFault("(?i:a)b", "")).toMatch(/^the group \(\?i:/);
  expect(regexFault("\\ca", "")).toMatch(/^the escape \\c/);
  expect(regexFault("a{501}", "")).toMatch(/^the count \{501\}/);
});
