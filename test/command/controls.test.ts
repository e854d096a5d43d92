import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fruitConfig, fruitCsv } from "./fruit.ts";
import { kiln, openEndpoint, openProject } from "./project.ts";

const reply = JSON.stringify({
  candidates: [
    {
      kind: "feature",
      name: "has_pip",
      column: null,
      rationale: "Pips.",
      source:
        '/** Whether a pip is named. */\nexport function has_pip(row: Row): boolean {\n  return /\\bpip\\b/.test(row.note ?? "");\n}\n',
      cases: [
        { name: "a pip", input: [{ property: "note", value: "one pip" }], expected: true },
        { name: "no note", input: [], expected: false },
        { name: "a pipe", input: [{ property: "note", value: "a pipe" }], expected: false },
        { name: "one at the end", input: [{ property: "note", value: "x pip" }], expected: true },
        { name: "a chip", input: [{ property: "note", value: "chippip" }], expected: false },
      ],
    },
  ],
});

let folder = "";
let remove = async (): Promise<void> => {};
beforeAll(async () => {
  ({ folder, remove } = await openProject({ "kiln.config.ts": fruitConfig, "fruit.csv": fruitCsv() }));
});
afterAll(() => remove());

const asked = async (args: readonly string[]) => {
  const endpoint = await openEndpoint([reply]);
  const ended = await kiln(folder, args, { OPENAI_API_KEY: "k", OPENAI_BASE_URL: endpoint.url }).finally(endpoint.close);
  return { ...ended, heard: endpoint.heard() };
};
const manifest = (): Promise<string> => readFile(join(folder, "generated/fruit/manifest.json"), "utf8");

describe("the controls of generate", () => {
  test("need a run before the target can be shuffled", async () => {
    expect((await kiln(folder, ["generate", "--shuffled-target"])).code).toBe(1);
  });

  test("a shuffled target refuses every candidate of the run, without a question and without a trace", async () => {
    const first = await asked(["generate"]);
    expect(first.code).toBe(0);
    const before = await manifest();
    const { code, out } = await kiln(folder, ["generate", "--shuffled-target"]);
    expect(out).toMatch(/has_pip +feature .* refused /);
    expect(out).toContain("all refused, as they must be");
    expect([code, await manifest()]).toStrictEqual([0, before]);
  });

  test("the anonymised twin hears of no name, no meaning, no class, and leaves only its replies", async () => {
    const before = await manifest();
    const { code, out, heard } = await asked(["generate", "--anonymised-twin"]);
    expect(out).toContain("anonymised twin:");
    expect(out).toContain("with names and meanings:");
    expect(heard.includes("readonly x1")).toBe(true);
    expect(/Grams|picker|Tell apples|fruit/.test(heard)).toBe(false);
    expect([code, await manifest(), existsSync(join(folder, "models/fruit/twin/replies"))]).toStrictEqual([0, before, true]);
  });
});
