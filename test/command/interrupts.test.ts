import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { says, withEndpoint, type Answer } from "../propose/endpoint.ts";
import { fruitConfig, fruitCsv } from "./fruit.ts";
import { kiln, openProject, startKiln } from "./project.ts";

const nothing = says('{"candidates":[]}');

let folder = "";
let remove = async (): Promise<void> => {};
beforeEach(async () => {
  ({ folder, remove } = await openProject({ "kiln.config.ts": fruitConfig, "fruit.csv": fruitCsv() }));
});
afterEach(() => remove());

/** An answer that comes when the test says so. */
function held(answer: Answer) {
  const seen: ServerResponse[] = [];
  let arrived: (() => void) | null = null;
  const asked = new Promise<void>((resolve) => (arrived = resolve));
  const later: Answer = (response) => {
    seen.push(response);
    arrived?.();
  };
  return { answer: later, asked, give: () => seen.forEach(answer) };
}

const endpoint = (url: string): Record<string, string> => ({ OPENAI_API_KEY: "sk-test-0123456789abcdef", OPENAI_BASE_URL: url });
const replies = async (): Promise<string[]> => readdir(join(folder, "models/fruit/replies"));

test("Ctrl-C once waits for the answer under way, keeps it, and ends with 130; the next run does not ask for it again", async () => {
  const { answer, asked, give } = held(nothing);
  await withEndpoint([answer, nothing], async (url, seen) => {
    const { child, ended } = startKiln(folder, ["generate"], endpoint(url));
    await asked;
    child.stderr?.once("data", give);
    child.kill("SIGINT");
    const { code, err } = await ended;
    expect([code, child.signalCode]).toStrictEqual([130, null]);
    expect(err).toMatch(/kiln: interrupted; .* the same command goes on from here\n$/);
    expect((await replies()).map((name) => name.length)).toStrictEqual([69]);
    expect(existsSync(join(folder, "generated"))).toBe(false);
    expect((await kiln(folder, ["generate"], endpoint(url))).code).toBe(0);
    expect(seen.length).toBe(1);
  });
});

test("Ctrl-C twice ends at once", async () => {
  const { answer, asked } = held(nothing);
  await withEndpoint([answer], async (url) => {
    const { child, ended } = startKiln(folder, ["generate"], endpoint(url));
    await asked;
    child.stderr?.once("data", () => child.kill("SIGINT"));
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
  });
});

test("of two runs at once one wins, and the other says who holds the lock; the lock of a killed run is taken over", async () => {
  const { answer, asked, give } = held(nothing);
  await withEndpoint([answer, nothing], async (url) => {
    const { child, ended } = startKiln(folder, ["generate"], endpoint(url));
    await asked;
    const second = await kiln(folder, ["generate"], endpoint(url));
    expect([second.code, second.err]).toStrictEqual([1, expect.stringContaining(`process ${child.pid} on `)]);
    give();
    expect((await ended).code).toBe(0);
  });
  await writeFile(join(folder, "fruit.csv"), fruitCsv().replace("sweet", "mild"));
  const killed = held(nothing);
  await withEndpoint([killed.answer, nothing], async (url) => {
    const { child, ended } = startKiln(folder, ["generate"], endpoint(url));
    await killed.asked;
    child.kill("SIGKILL");
    await ended;
    expect(await readdir(join(folder, ".kiln/fruit"))).toContain("lock");
    expect((await kiln(folder, ["generate"], endpoint(url))).code).toBe(0);
    expect(await readdir(join(folder, ".kiln/fruit"))).toStrictEqual([]);
  });
});

test("a dry run says what would be asked and costs, asks nothing and writes nothing; an unknown price is not 0", async () => {
  await withEndpoint([nothing], async (url, seen) => {
    const { code, out } = await kiln(folder, ["generate", "--dry-run"], endpoint(url));
    expect(code).toBe(0);
    expect(out).toMatch(/calls +low 1, likely 2, high 2;/);
    expect(out).toMatch(/tokens in +low \d+, likely \d+, high \d+\ntokens out +low \d+, likely \d+, high 64000\nprice +unknown/);
    const config = fruitConfig.replace("rounds: 1,", "rounds: 1, price: { input: 2, output: 10 },");
    await writeFile(join(folder, "kiln.config.ts"), config);
    expect((await kiln(folder, ["generate", "--dry-run"])).out).toMatch(/price +low 0\.0[1-9]\d*, likely 0\.\d+, high 0\.[6-9]\d+,/);
    expect([seen.length, existsSync(join(folder, "models"))]).toStrictEqual([0, false]);
  });
});

test("a used-up budget ends with 4, and a verbose run tells its tries without the key", async () => {
  await writeFile(join(folder, "kiln.config.ts"), fruitConfig.replace("rounds: 1,", "rounds: 1, budget: { calls: 0 },"));
  await withEndpoint([nothing], async (url, seen) => {
    const { code, err } = await kiln(folder, ["generate"], endpoint(url));
    expect([code, seen.length, err]).toStrictEqual([4, 0, expect.stringContaining("0 calls made, the budget is 0")]);
    await writeFile(join(folder, "kiln.config.ts"), fruitConfig);
    const verbose = await kiln(folder, ["generate", "--verbose"], endpoint(url));
    expect([verbose.code, verbose.err]).toStrictEqual([0, expect.stringMatching(/question "steps 1": \d+ characters\nasking test-model/)]);
    expect(verbose.err).not.toContain("sk-test");
    expect(await readFile(join(folder, "models/fruit/learned.json"), "utf8")).toContain('"steps 1"');
  });
});
