import { transformSync } from "esbuild";
import { expect, test } from "vitest";
import { keyLiteral, literal, templateText } from "../../generator/emit/literal.ts";
import { hostile } from "./fixture.ts";

type Plain = Parameters<typeof literal>[0];

/** What an engine reads in printed code, after a printer of TypeScript has gone over it. */
function read(code: string): unknown {
  const { code: script } = transformSync(`result = ${code}`, { loader: "ts" });
  return new Function(`let result; ${script}; return result;`)() as unknown;
}

test.each<Plain>([
  hostile,
  "",
  "\u0000\u0007\u007f\u0085\u00a0",
  "\ud83d",
  "😀\u200d\ufe0f",
  "\u{e0041}",
  -0,
  1e21,
  5e-324,
  0.1 + 0.2,
  true,
  null,
  [1, [hostile], {}],
  { plain: 1, "two words": 2, constructor: 3, [hostile]: 4 },
  JSON.parse('{"__proto__": 1}') as Plain,
])("an engine reads the same data again: %j", (value) => {
  expect(read(literal(value))).toStrictEqual(value);
});

test("nothing that a reader cannot see is left in it", () => {
  expect(literal(hostile)).toMatch(/^[\u0020-\u007e\u{1f600}]*$/u);
});

test("a number that is not finite is refused", () => {
  expect(() => literal([Number.NaN])).toThrow("a number of emitted code is NaN");
});

test("keys are bare where they can be, and never the prototype's setter", () => {
  expect(["a", "class", "a b", "1", "__proto__", ""].map(keyLiteral)).toStrictEqual(["a", "class", '"a b"', '"1"', '["__proto__"]', '""']);
});

test("lines come back from a template literal", () => {
  const lines = [hostile, "0<1.5 a b", "\\", '\\"', "$", "{", "`"];
  expect(read(`\`${templateText(lines)}\``)).toBe(lines.join("\n"));
});
