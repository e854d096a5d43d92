import { DuckDBInstance } from "@duckdb/node-api";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fruitCsv } from "./fruit.ts";
import { kiln, openProject } from "./project.ts";

let folder = "";
let remove = async (): Promise<void> => {};
beforeAll(async () => {
  ({ folder, remove } = await openProject({ "package.json": "{}" }));
});
afterAll(() => remove());

const read = (name: string): Promise<string> => readFile(join(folder, name), "utf8");

describe("from a table of one's own to answers, without a key", () => {
  test("init proposes a config and never replaces one", async () => {
    await writeFile(join(folder, "obst & früchte.csv"), fruitCsv());
    const { code, out, err } = await kiln(folder, ["init", "obst & früchte.csv", "--yes"]);
    expect([code, err]).toStrictEqual([0, ""]);
    expect(out).toContain("target  fruit, a class\ninputs  key id, weight number, note text\n");
    expect(await read(".gitattributes")).toContain("generated/** text eol=lf -linguist-generated\n");
    expect(JSON.parse(await read("package.json"))).toMatchObject({ scripts: { generate: "kiln generate", "kiln:check": "kiln check" } });
    expect(await read(".github/workflows/kiln.yml")).toContain("npx kiln check");
    const again = await kiln(folder, ["init", "obst & früchte.csv", "--yes"]);
    expect([again.code, again.err.includes("exists; expected a folder without")]).toStrictEqual([1, true]);
  });

  test("init without a terminal needs --yes, and a column to predict", async () => {
    expect((await kiln(folder, ["init", "obst & früchte.csv"])).err).toBe(
      "kiln: init has questions and found no terminal; expected --yes\n",
    );
    const { code, err } = await kiln(folder, ["init", "obst & früchte.csv", "--yes", "--target", "berry"]);
    expect([code, err.includes('has no column "berry"; expected one of key, weight, note, fruit by --target')]).toStrictEqual([1, true]);
  });

  test("generate emits the baseline from what init wrote, and check agrees", async () => {
    const { code, out } = await kiln(folder, ["generate"]);
    expect(code).toBe(0);
    expect(out).toContain("90 rows, 0 rejected");
    expect((await kiln(folder, ["check"])).code).toBe(0);
  });

  test.each(["csv", "jsonl", "parquet"])("score answers every row in %s", async (form) => {
    const { code, out, err } = await kiln(folder, ["score", "obst & früchte.csv", "-o", `out/scores.${form}`]);
    expect([code, out, err]).toStrictEqual([0, `90 rows answered in out/scores.${form}, 0 rejected\n`, ""]);
  });

  test("the three tables say the same, and what the emitted pipeline says", async () => {
    const lines = (await read("out/scores.csv")).trimEnd().split("\n");
    expect(lines[0]).toBe("line,key,label,probability");
    const rows = lines.slice(1).map((line) => line.split(","));
    const objects = (await read("out/scores.jsonl"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(objects.map((row) => Object.values(row).map(String))).toStrictEqual(rows);
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const table = await connection.runAndReadAll(`SELECT * FROM read_parquet('${join(folder, "out/scores.parquet")}')`);
    expect(table.getRows().map((row) => row.map(String))).toStrictEqual(rows);
    connection.closeSync();
    instance.closeSync();
    const { out } = await kiln(folder, ["explain", "2", "--json"]);
    expect((JSON.parse(out) as { label: string }).label).toBe(rows[0]![2]);
  });

  test("score lists rows that cannot be read, and leaves no table when they are too many", async () => {
    await writeFile(join(folder, "bad.csv"), "key,weight,note\n1,heavy,x\n2,3,y\n3\n");
    const refused = await kiln(folder, ["score", "bad.csv", "-o", "out/bad.csv"]);
    expect([refused.code, refused.err]).toStrictEqual([
      5,
      `kiln: 2 rows are unreadable, --max-rejects allows 0; the first is ${join(folder, "bad.csv")}:2: "weight" is "heavy"; expected a plain number like -1.5\n`,
    ]);
    await expect(read("out/bad.csv")).rejects.toThrow("ENOENT");
    await expect(read("out/bad.csv.tmp")).rejects.toThrow("ENOENT");
    const allowed = await kiln(folder, ["score", "bad.csv", "-o", "out/bad.csv", "--max-rejects", "2"]);
    expect([allowed.code, (await read("out/bad.csv")).split("\n").length]).toStrictEqual([0, 3]);
    expect(await read(".kiln/obst-fr-chte/score-rejects.csv")).toBe(
      'line,reason\n2,"""weight"" is ""heavy""; expected a plain number like -1.5"\n4,"1 cells; the header has 3"\n',
    );
    const form = await kiln(folder, ["score", "bad.csv", "-o", "out/bad.xlsx"]);
    expect([form.code, form.err.includes("expected .csv, .jsonl or .parquet")]).toStrictEqual([1, true]);
  });

  test("doctor finds all well, shows no key, and says when the endpoint refuses", async () => {
    const key = "sk-test-not-a-real-key";
    const well = await kiln(folder, ["doctor", "--online"], { OPENAI_API_KEY: key, OPENAI_BASE_URL: "http://127.0.0.1:1/v1" });
    expect(well.code).toBe(2);
    expect(well.out).toMatch(/^✔ Node v\d+/);
    expect(well.out).toContain("✔ the sandbox starts and answers");
    expect(well.out).toContain("✔ kiln.config.ts: pipeline obst-fr-chte");
    expect(well.out).toContain("✘ http://127.0.0.1:1/v1 cannot be reached");
    expect(well.out + well.err).not.toContain(key);
    await writeFile(
      join(folder, "generated/obst-fr-chte/index.ts"),
      (await read("generated/obst-fr-chte/index.ts")).replaceAll("\n", "\r\n"),
    );
    const carried = await kiln(folder, ["doctor"]);
    expect([carried.code, carried.out.includes("✘ index.ts has CRLF line ends")]).toStrictEqual([2, true]);
  });
});
