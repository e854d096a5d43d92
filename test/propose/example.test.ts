import { transformSync } from "esbuild";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readReply } from "../../generator/propose/read-reply.ts";
import type { Row, StepValue } from "../../generator/types.ts";

const system = readFileSync(new URL("../../prompts/system.md", import.meta.url), "utf8");
const text = /```json\n([\s\S]*)```/.exec(system)?.[1] ?? "";
const reply = { request: "", stage: "", requestedModel: "", model: "", text, finish: "stop", usage: null };
const { candidates, issues } = readReply(reply, 1, false, [{ property: "note", kind: "text" }]);
const [example] = candidates;

test("the example in the rules is a reply as Kiln reads it", () => {
  expect(issues).toStrictEqual([]);
  expect(candidates.map(({ name, kind, cases }) => [name, kind, cases.length])).toStrictEqual([["delivery_hurdle", "classifier", 7]]);
});

test.each(example?.cases ?? [])("the example in the rules $name", async ({ input, expected }) => {
  const { code } = transformSync(example?.source ?? "", { loader: "ts", format: "esm" });
  const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { delivery_hurdle: (row: Row) => StepValue };
  expect(module.delivery_hurdle(input as Row)).toStrictEqual(expected);
});
