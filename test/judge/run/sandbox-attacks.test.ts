import { afterAll, describe, expect, test } from "vitest";
import { openSandbox } from "../../../generator/judge/sandbox/open-sandbox.ts";
import type { Program } from "../../../generator/types.ts";
import { bombs, escapes, forgeries } from "./attacks.ts";

const limits = { heapMb: 100, residentMb: 300, baseMs: 400, rowMs: 0, graceMs: 350, frameBytes: 5_000_000 };
const sandbox = openSandbox(limits);
afterAll(() => sandbox.close());

function normalizer(js: string): Program {
  return { kind: "normalizer", name: "f", column: "text", source: js, js, returns: { kind: "text" }, reads: ["text"] };
}

const rows = [{ text: "a" }, { text: null }, { text: "b" }];
const good = normalizer(`function f(v) { return v === null ? null : v.toUpperCase(); }`);

async function nextIsUntouched(): Promise<void> {
  const probe = normalizer(
    `function f(v) { return [Object.prototype.polluted, Object.prototype.x, String([1, 2].slice(1)), typeof Object.freeze].join(); }`,
  );
  expect(await sandbox.run([good, probe], rows)).toStrictEqual([
    { ok: true, values: ["A", null, "B"], micros: expect.any(Number) as number },
    { ok: true, values: Array(3).fill(",,2,function"), micros: expect.any(Number) as number },
  ]);
}

describe("a program that tries to get out", () => {
  test.each(Object.entries(escapes))("by %s finds nothing", async (_, body) => {
    const [result] = await sandbox.run([normalizer(`function f(v) { ${body} }`)], rows);
    const said = result!.ok ? result!.values.join(" ") : result!.issues.map(({ message }) => message).join(" ");
    expect(said).not.toContain("PWN");
    await nextIsUntouched();
  });
});

describe("a program that is not what it should be", () => {
  test.each(Object.entries(forgeries))("because it %s is refused or harmless", async (_, js) => {
    const [result] = await sandbox.run([normalizer(js)], rows);
    expect(JSON.stringify(result)).not.toContain("PWN");
    await nextIsUntouched();
  });
});

describe("a program that does not end", () => {
  test.each(Object.entries(bombs))("by %s is ended", async (_, body) => {
    const [result] = await sandbox.run([normalizer(`function f(v) { ${body} }`)], rows);
    if (result!.ok) expect(result!.values.every((value) => String(value).length < 100)).toBe(true);
    else expect(["time-limit", "memory-limit", "throws"]).toContain(result!.issues[0].rule);
    await nextIsUntouched();
  });
});
