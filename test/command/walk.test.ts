import { execFile } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runStep } from "../action-steps.ts";
import { config, lockersCsv, reply } from "./lockers.ts";
import { cli, type Ended, kiln, openEndpoint, openProject } from "./project.ts";

const run = promisify(execFile);

let clone = "";
let remove = async (): Promise<void> => {};

/** A repository with a pipeline of one step, and a fresh clone of it beside. */
beforeAll(async () => {
  const project = await openProject({
    "kiln.config.ts": config,
    "lockers.csv": lockersCsv(),
    "vitest.config.ts": "export default {};\n",
    ".gitignore": ".kiln\nclone\n",
  });
  ({ remove } = project);
  expect((await kiln(project.folder, ["generate"])).code).toBe(0);
  const endpoint = await openEndpoint([reply]);
  const kept = await kiln(project.folder, ["try", "is the number of vowels even?", "--keep"], {
    OPENAI_API_KEY: "k",
    OPENAI_BASE_URL: endpoint.url,
  }).finally(endpoint.close);
  expect(kept.code, kept.err).toBe(0);
  const git = (...args: string[]): Promise<unknown> =>
    run("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main", ...args], { cwd: project.folder });
  await git("init", "-q");
  await git("add", ".");
  await git("commit", "-q", "-m", "A pipeline of lockers");
  clone = join(project.folder, "clone");
  await git("clone", "-q", project.folder, clone);
}, 120_000);
afterAll(() => remove());

/** The commands that a message proposes, as it spells them. */
function proposed({ out, err }: Ended): string[] {
  return [...`${out}${err}`.matchAll(/`((?:kiln|git|npx) [^`]+)`/g)].map((found) => found[1]!);
}

/** Does what a message says, with a reason of one's own. */
async function follow(command: string | undefined, reason = ""): Promise<Ended> {
  const words = (command ?? "nothing was proposed").replace('"…"', "REASON").split(" ");
  const [tool = "", ...args] = words.map((word) => (word === "REASON" ? reason : word));
  if (tool === "kiln") return kiln(clone, args);
  const ended = await run(tool, tool === "npx" ? ["--no-install", ...args] : args, { cwd: clone, env: { PATH: process.env["PATH"] } });
  return { code: 0, out: ended.stdout, err: ended.stderr };
}

test("a reviewer who changes a pattern in a fresh clone is led by the messages alone to its adoption", async () => {
  const file = join(clone, "generated/lockers/steps/even-vowels.ts");
  const before = await readFile(file, "utf8");
  await writeFile(file, before.replace("/[aeiou]/g", "/[aeiouy]/g"));

  const edited = await kiln(clone, ["check"]);
  expect([edited.code, edited.err.split("\n").length]).toStrictEqual([2, 2]);
  const [diff, accept, back] = proposed(edited);
  expect(edited.err).toContain("even-vowels.ts: edited since it was emitted, first in line");

  const shown = await follow(diff);
  expect(shown.code, shown.err).toBe(0);
  expect(shown.out).toContain("its text changed; no row shows it");
  expect(proposed(shown)[0]).toBe(accept);

  expect((await follow(proposed(shown)[1])).out).toMatch(/Tests .*\d+ passed/);

  const adopted = await follow(accept, "Y is a vowel, too.");
  expect(adopted.code, adopted.err).toBe(0);
  expect(await readFile(file, "utf8")).toContain("Adopted: a person edited this text");
  const [tests, check] = proposed(adopted);
  expect((await follow(tests)).out).toMatch(/Tests .*\d+ passed/);
  expect(await follow(check)).toMatchObject({ code: 0, out: "generated/lockers is what models/lockers says\n" });
  expect(await readFile(join(clone, "models/lockers/decisions.json"), "utf8")).toContain("Y is a vowel, too.");

  expect(back).toBe("git checkout -- generated/lockers/steps/even-vowels.ts");
  await run("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qam", "Adopts"], { cwd: clone });
});

test("the steps of the action pass on it, and tell the job's summary what the adoption does", async () => {
  const temp = await mkdtemp(join(tmpdir(), "kiln-runner-"));
  const base = (await run("git", ["rev-parse", "origin/main"], { cwd: clone })).stdout.trim();
  const files = { RUNNER_TEMP: temp, GITHUB_STEP_SUMMARY: join(temp, "summary"), GITHUB_OUTPUT: join(temp, "output") };
  const environment = { ...files, KILN: `node ${cli}`, CONFIG: "kiln.config.ts", BASE: base };
  expect(runStep(0, clone, environment)).toMatchObject({ code: 0, out: "generated/lockers is what models/lockers says\n" });
  expect(runStep(2, clone, { COMMAND: "npx --no-install vitest run generated" })).toMatchObject({ code: 0 });
  expect(runStep(2, clone, { COMMAND: "exit 3" })).toMatchObject({ code: 3 });
  expect(runStep(3, clone, environment)).toMatchObject({ code: 0, err: "" });
  const summary = await readFile(files.GITHUB_STEP_SUMMARY, "utf8");
  expect(summary).toMatch(/^<!-- kiln-diff:lockers -->\n/);
  expect(summary).toContain("| even\\_vowels | feature | 0 | 0 % | its text changed; no row shows it |");
  expect(await readFile(files.GITHUB_OUTPUT, "utf8")).toBe(`file=${join(temp, "kiln-diff.md")}\n`);
});

test("a pattern that breaks the step's own cases is refused with the case, and the messages lead back", async () => {
  const file = join(clone, "generated/lockers/steps/even-vowels.ts");
  const before = await readFile(file, "utf8");
  await writeFile(file, before.replace("/[aeiouy]/g", "/[eiouy]/g"));
  const [, accept, back] = proposed(await kiln(clone, ["check"]));
  const refused = await follow(accept, "A is no vowel.");
  expect(refused.code).toBe(2);
  expect(refused.err).toMatch(/even_vowels: refused by the gate "tests"; mend it and accept it again\n {2}.*case/);
  await follow(back);
  expect((await kiln(clone, ["check"])).code).toBe(0);
});
