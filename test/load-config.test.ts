import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadConfig } from "../generator/load-config.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kiln config ü-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function configOf(text: string): Promise<string> {
  const file = join(folder, "kiln.config.ts");
  await writeFile(file, text);
  return file;
}

describe("loading a config file", () => {
  test("compiles TypeScript, follows relative imports and knows kiln", async () => {
    await writeFile(join(folder, "columns.ts"), 'export const weight = { kind: "number", meaning: "Grams." } as const;');
    const file = await configOf(`
      import { defineConfig, type UserConfig } from "kiln";
      import { weight } from "./columns.ts";
      const data: UserConfig["data"] = { file: "fruit.csv" };
      export default defineConfig({ name: "small", task: "t", data, target: { column: "fruit" }, columns: { weight }, author: { model: "m" } });
    `);
    const config = await loadConfig(file);
    expect(config.data.place.at).toBe(join(folder, "fruit.csv"));
    expect(config.columns.map(({ property }) => property)).toStrictEqual(["weight"]);
  });

  test("says where a file does not compile", async () => {
    const file = await configOf("export default {\n  name: ,\n};\n");
    await expect(loadConfig(file)).rejects.toThrow(`${file}:2: Unexpected ","`);
  });

  test("says that a file is missing or exports nothing", async () => {
    await expect(loadConfig(join(folder, "none.ts"))).rejects.toThrow("none.ts");
    await expect(loadConfig(await configOf("export const a = 1;"))).rejects.toThrow("no default export");
  });
});
