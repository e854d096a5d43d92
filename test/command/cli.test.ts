import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fruitConfig, fruitCsv } from "./fruit.ts";
import { kiln, openEndpoint, openProject } from "./project.ts";

let folder = "";
let remove = async (): Promise<void> => {};
beforeAll(async () => {
  ({ folder, remove } = await openProject({ "kiln.config.ts": fruitConfig, "fruit.csv": fruitCsv() }));
});
afterAll(() => remove());

async function withFiles<T>(files: Readonly<Record<string, string>>, work: (folder: string) => Promise<T>): Promise<T> {
  const project = await openProject({ "kiln.config.ts": fruitConfig, "fruit.csv": fruitCsv(), ...files });
  return work(project.folder).finally(project.remove);
}

async function left(at: string): Promise<string[]> {
  return (await readdir(at)).filter((name) => name === "models" || name === "generated");
}

const prose = `Sure! Here are two candidates.

{"candidates":[
 {"kind":"feature","name":"has_pip","column":null,"rationale":"Pips.","source":"/** Whether a pip is named. */\\nexport function has_pip(row: Row): boolean {\\n  return /\\\\bpip\\\\b/.test(row.note ?? \\"\\");\\n}\\n",
  "cases":[{"name":"a pip","input":[{"property":"note","value":"one pip"}],"expected":true},{"name":"no note","input":[],"expected":false},
  {"name":"pipe","input":[{"property":"note","value":"a pipe"}],"expected":false},{"name":"else","input":[{"property":"note","value":"neck"}],"expected":false},{"name":"two","input":[{"property":"note","value":"x pip y"}],"expected":true}]},
 {"kind":"feature","name":"now","column":null,"rationale":"Time.","source":"export function now(row: Row): number {\\n  return Date.now();\\n}\\n","cases":[]}
]} Hope that helps.`;

describe("generate", () => {
  test("without a key and a recording ends with 3, names the stage, and writes nothing", async () => {
    const { code, err } = await kiln(folder, ["generate"]);
    expect(err).toContain('stage "steps 1"');
    expect(err).toContain("OPENAI_API_KEY");
    expect([code, await left(folder)]).toStrictEqual([3, []]);
  });

  test("asks an endpoint, records what it says, and then needs it no more", async () => {
    const endpoint = await openEndpoint([prose]);
    const environment = { OPENAI_API_KEY: "sk-test-not-a-real-key", OPENAI_BASE_URL: endpoint.url };
    const first = await kiln(folder, ["generate"], environment).finally(endpoint.close);
    expect(first.err).not.toContain("sk-test");
    expect(first.code).toBe(0);
    expect(endpoint.asked()).toBe(2);
    expect(first.out).toMatch(/now +feature +1 +refused/);
    expect(first.out).toMatch(/log loss +0\.\d+/);
    const before = await readFile(join(folder, "generated/fruit/manifest.json"), "utf8");
    await rm(join(folder, "generated"), { recursive: true });
    const second = await kiln(folder, ["generate", "--workers", "1"], { TZ: "Asia/Kathmandu", LC_ALL: "tr_TR.UTF-8" });
    expect([second.code, second.err]).toStrictEqual([0, ""]);
    expect(await readFile(join(folder, "generated/fruit/manifest.json"), "utf8")).toBe(before);
    expect(existsSync(join(folder, "generated/fruit/steps")) || second.out.includes("0 kept")).toBe(true);
  });

  test("shows its prompts", async () => {
    const { code, out } = await kiln(folder, ["prompts", "--stage", "steps 1"]);
    expect(code).toBe(0);
    expect(out).toContain("Tell apples from pears.");
    expect(out).toContain("readonly weight: number | null");
    expect((await kiln(folder, ["prompts", "--stage", "nothing"])).code).toBe(1);
  });

  test("never overwrites what a person changed", async () => {
    const file = join(folder, "generated/fruit/index.ts");
    const text = await readFile(file, "utf8");
    await writeFile(file, `${text}\n// mine\n`);
    const { code, err } = await kiln(folder, ["generate"]);
    expect([code, err.includes("index.ts")]).toStrictEqual([2, true]);
    expect(await readFile(file, "utf8")).toContain("// mine");
    const checked = await kiln(folder, ["check"]);
    expect([checked.code, checked.err.includes("generated/fruit/index.ts")]).toStrictEqual([2, true]);
    await writeFile(file, text);
    expect((await kiln(folder, ["check"])).code).toBe(0);
  });

  test("gives the forest away", async () => {
    const { out } = await kiln(folder, ["export"]);
    expect(JSON.parse(out)).toMatchObject({ name: "RFClassifier", baseModel: { nEstimators: 20 } });
    const wrong = await kiln(folder, ["export", "--format", "pickle"]);
    expect([wrong.code, wrong.err]).toStrictEqual([1, "kiln: --format pickle: no such format; expected json, ml-random-forest, onnx\n"]);
  });

  test("stops after an informed round that adds nothing, and says so", async () => {
    const eager = { "kiln.config.ts": fruitConfig.replace("rounds: 1", "rounds: 5, repair: false") };
    await withFiles(eager, async (at) => {
      const endpoint = await openEndpoint(["nothing"]);
      const { code, out } = await kiln(at, ["generate"], { OPENAI_API_KEY: "k", OPENAI_BASE_URL: endpoint.url }).finally(endpoint.close);
      expect([code, endpoint.asked()]).toStrictEqual([0, 2]);
      expect(out).toContain("added nothing, so the 3 rounds left are not asked for");
    });
  });

  test("makes do with a reply that holds nothing usable, and says so", async () => {
    await withFiles({}, async (at) => {
      const endpoint = await openEndpoint(["I am sorry, I cannot help with that."]);
      const { code, out } = await kiln(at, ["generate"], { OPENAI_API_KEY: "k", OPENAI_BASE_URL: endpoint.url }).finally(endpoint.close);
      expect(code).toBe(0);
      expect(out).toContain("no candidate: the baseline stands alone");
    });
  });
});

describe("bad input ends with one clear line and writes nothing", () => {
  const header = "key,weight,note,fruit\n";
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, number, RegExp])[] = [
    ["a missing file", { "kiln.config.ts": fruitConfig.replace("fruit.csv", "none.csv") }, 5, /none\.csv cannot be read/],
    ["a missing target", { "kiln.config.ts": fruitConfig.replace('column: "fruit"', 'column: "berry"') }, 5, /berry/],
    [
      "an unknown key",
      { "kiln.config.ts": fruitConfig.replace("forest:", "forrest:") },
      1,
      /unknown key `forrest`; did you mean `forest`\?/,
    ],
    ["a constant target", { "fruit.csv": `${header}1,2,a,apple\n2,3,b,apple\n` }, 5, /apple/],
    ["a class with one row", { "fruit.csv": `${fruitCsv()}91,3,b,quince\n` }, 5, /quince/],
    ["a column called __proto__", { "fruit.csv": "key,weight,note,fruit,__proto__\n1,2,a,apple,x\n" }, 5, /__proto__/],
    ["an empty file", { "fruit.csv": "" }, 5, /is empty/],
    ["a ragged row", { "fruit.csv": `${fruitCsv()}1,2\n` }, 5, /fruit\.csv:92/],
  ];

  test.each(cases)("%s", async (_name, files, expected, message) => {
    await withFiles(files, async (at) => {
      const { code, err, out } = await kiln(at, ["generate"]);
      expect(err).toMatch(message);
      expect(err.trimEnd().split("\n")).toHaveLength(1);
      expect([code, out, await left(at)]).toStrictEqual([expected, "", []]);
    });
  });

  test("rejected rows are listed with line and reason", async () => {
    await withFiles({ "fruit.csv": `${fruitCsv()}1,2\n7,heavy,x,pear\n` }, async (at) => {
      await kiln(at, ["generate"]);
      expect(await readFile(join(at, ".kiln/fruit/rejects.csv"), "utf8")).toMatch(/^line,reason\n92,".*"\n93,".*heavy.*"\n$/);
    });
  });

  test("an unknown flag, an unknown command", async () => {
    expect((await kiln(folder, ["generate", "--budgett", "2"])).code).toBe(1);
    expect((await kiln(folder, ["generat"])).code).toBe(1);
  });
});
