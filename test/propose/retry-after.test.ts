import { expect, test } from "vitest";
import { retryAfterMs } from "../../generator/propose/retry-after.ts";

test.each([
  ["seconds", { "retry-after": "7" }, 7000],
  ["a date ahead", { "retry-after": "Sun, 06 Nov 1994 00:00:30 GMT", date: "Sat, 05 Nov 1994 23:59:50 GMT" }, 40_000],
  ["a date past", { "retry-after": "Sun, 06 Nov 1994 08:49:37 GMT", date: "Sun, 06 Nov 1994 08:49:38 GMT" }, 0],
  ["a date without the answer's own", { "retry-after": "Sun, 06 Nov 1994 08:49:37 GMT" }, null],
  ["something else", { "retry-after": "soon" }, null],
  ["nothing", {}, null],
])("a pause told by %s", (_, headers, ms) => {
  expect(retryAfterMs(new Headers(headers))).toBe(ms);
});
