import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { config, lockersCsv, reply } from "./lockers.ts";
import { kiln, openEndpoint, openProject } from "./project.ts";

let folder = "";
let remove = async (): Promise<void> => {};
beforeAll(async () => {
  ({ folder, remove } = await openProject({ "kiln.config.ts": config, "lockers.csv": lockersCsv() }));
  expect((await kiln(folder, ["generate"])).code).toBe(0);
});
afterAll(() => remove());

async function committed(): Promise<Record<string, string>> {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => /^(?:models|generated)\b.*\.\w+$/.test(path)).toSorted();
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), "utf8")] as const)));
}

describe("try", () => {
  test("asks one question, shows lift and rows, and writes nothing that is committed", async () => {
    const before = await committed();
    const endpoint = await openEndpoint([reply]);
    const { code, out, err } = await kiln(folder, ["try", "is the number of vowels even?"], {
      OPENAI_API_KEY: "k",
      OPENAI_BASE_URL: endpoint.url,
    }).finally(endpoint.close);
    expect(code, err).toBe(0);
    expect(endpoint.asked()).toBe(1);
    expect(out).toContain("“is the number of vowels even?”");
    expect(out).toMatch(/even_vowels +feature +\+0\.\d{4} +\[\+0\.\d+, \+0\.\d+\] +0\.\d{4} +\d+ +0 % +\d+ +\d+ +\d+\.\d +would be kept/);
    expect(out).toMatch(/north_hall +feature .* refused: lift/);
    expect(out).toContain(
      "  Speaks most where door is opens (100 %), least where door is stays shut (0 %). Helps most where door is opens (+",
    );
    expect(out).toMatch(/mends \d+ +(?:opens|stays shut) ← note "/);
    expect(await committed()).toStrictEqual(before);
  });

  test("answers again from the recording, without a key", async () => {
    const { code, out } = await kiln(folder, ["try", "is the number of vowels even?"]);
    expect([code, out.includes("would be kept")]).toStrictEqual([0, true]);
    const other = await kiln(folder, ["try", "is it a full moon?"]);
    expect([other.code, other.err.includes('stage "try"')]).toStrictEqual([3, true]);
  });

  test("reads ideas from a file, or line by line as they are typed", async () => {
    await writeFile(join(folder, "ideas.txt"), "# mine\n\nis the number of vowels even?\n");
    const { code, out } = await kiln(folder, ["try", "--file", "ideas.txt"]);
    expect([code, out.includes("would be kept")]).toStrictEqual([0, true]);
    const typed = await kiln(folder, ["try"], {}, "is it a full moon?\nis the number of vowels even?\n");
    expect(typed.code).toBe(0);
    expect(typed.out).toContain('kiln: stage "try"');
    expect(typed.out).toContain("would be kept");
    const both = await kiln(folder, ["try", "x", "--file", "ideas.txt"]);
    expect([both.code, both.err]).toStrictEqual([1, "kiln: an idea and --file; expected one of them\n"]);
  });
});

describe("measure", () => {
  test("has nothing to say of a pipeline without steps", async () => {
    expect((await kiln(folder, ["measure"])).out).toContain("the baseline stands alone");
  });

  test("weighs what --keep took in, and what became of it under a person's hand", async () => {
    const kept = await kiln(folder, ["try", "--keep", "is the number of vowels even?"]);
    expect([kept.code, kept.err]).toStrictEqual([0, ""]);
    const file = join(folder, "generated/lockers/steps/even-vowels.ts");
    expect(existsSync(file)).toBe(true);
    expect((await kiln(folder, ["check"])).code).toBe(0);
    expect((await kiln(folder, ["measure"])).out).toMatch(/even_vowels .* earns its place\n/);
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace("[aeiou]", "[aeio]"));
    const before = await committed();
    expect((await kiln(folder, ["measure"])).code).toBe(2);
    await writeFile(file, text.replace("const vowels", "const sounds").replace("return vowels", "return sounds"));
    expect((await kiln(folder, ["measure"])).out).toMatch(/even_vowels .* earns its place, edited\n/);
    await writeFile(file, text.replace("[aeiou]", "[aeio]"));
    expect(await committed()).toStrictEqual(before);
    await writeFile(file, text);
  });

  test("watches: a save is a new verdict, a refused text is one line, Ctrl-C ends it", async () => {
    const file = join(folder, "generated/lockers/steps/even-vowels.ts");
    const text = await readFile(file, "utf8");
    const child = spawn(process.execPath, [join(import.meta.dirname, "../../dist/cli.js"), "measure", "--watch"], {
      cwd: folder,
      env: { PATH: process.env["PATH"] },
    });
    let out = "";
    const seen = (wanted: RegExp): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (wanted.test(out)) resolve();
        };
        child.stdout.on("data", look);
        look();
      });
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (out += chunk));
    const ended = new Promise((resolve) => child.on("close", resolve));
    await seen(/watching/);
    await writeFile(file, text.replace("[aeiou]", "[aeio]"));
    await seen(/kiln: even_vowels: refused by the gate "tests"/);
    await writeFile(file, text.replace("const vowels", "const sounds").replace("return vowels", "return sounds"));
    await seen(/earns its place, edited\n/);
    child.kill("SIGINT");
    expect(await ended).toBe(0);
    await writeFile(file, text);
  });
});
