import { expect, test } from "vitest";
import { retryAfterMs } from "../../generator/propose/retry-after.ts";

const date = "Sun, 06 Nov 1994 08:49:37 GMT";

test.each([
  [{}, null],
  [{ "retry-after": "" }, null],
  [{ "retry-after": "soon" }, null],
  [{ "retry-after": "-3" }, null],
  [{ "retry-after": "0" }, 0],
  [{ "retry-after": " 12 " }, 12_000],
  [{ "retry-after": "1.5" }, 1500],
  [{ "retry-after": "9".repeat(400) }, Number.MAX_SAFE_INTEGER * 1000],
  [{ "retry-after-ms": "250", "retry-after": "9" }, 250],
  [{ "retry-after": "Sun, 06 Nov 1994 08:49:47 GMT", date }, 10_000],
  [{ "retry-after": "Tue, 08 Nov 1994 08:49:37 GMT", date }, 172_800_000],
  [{ "retry-after": "Mon, 07 Nov 1994 00:00:07 GMT", date: "Sun, 06 Nov 1994 23:59:57 GMT" }, 10_000],
  [{ "retry-after": "Sunday, 06-Nov-94 08:49:47 GMT", date: "Sun, 06 Nov 2094 08:49:40 GMT" }, 7000],
  [{ "retry-after": "Sun Nov  6 08:49:47 1994", date }, 10_000],
  [{ "retry-after": "Sun, 06 Nov 1994 08:49:27 GMT", date }, 0],
  [{ "retry-after": "Sun, 06 Nov 1994 08:49:47 GMT" }, null],
  [{ "retry-after": "Sun, 06 Xyz 1994 08:49:47 GMT", date }, null],
])("%j asks for %s ms", (headers, ms) => {
  expect(retryAfterMs(new Headers(headers as Record<string, string>))).toBe(ms);
});
