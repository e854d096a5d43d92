import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { check } from "../generator/check.ts";
import { type Config, resolveConfig } from "../generator/config.ts";
import { acceptSteps, pinStep, rejectStep } from "../generator/decide.ts";
import { generate } from "../generator/generate.ts";
import { casesOfTest } from "../generator/judge/candidate-of-step.ts";
import { openSandbox } from "../generator/judge/sandbox/open-sandbox.ts";
import { readDecisions } from "../generator/output/decisions.ts";
import { readModels } from "../generator/output/models.ts";
import { openReplies } from "../generator/output/replies.ts";
import type { Ports } from "../generator/ports.ts";
import { openTrainer } from "../generator/train/trainer.ts";
import { fruitCsv } from "./command/fruit.ts";

const sandbox = openSandbox({});
const trainer = openTrainer({ workers: 1, workerFile: pathToFileURL(new URL("../dist/forest-worker.js", import.meta.url).pathname) });
let config: Config;
let ports: Ports;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "kiln-decide-"));
  await writeFile(join(folder, "fruit.csv"), fruitCsv());
  config = resolveConfig(
    {
      name: "fruit",
      task: "Tell apples from pears.",
      data: { file: "fruit.csv" },
      target: { column: "fruit" },
      columns: { key: { kind: "id", meaning: "Number." }, note: { kind: "text", meaning: "What the picker wrote.", send: "values" } },
      author: { model: "none", rounds: 0, normalizers: 0 },
      forest: { trees: 10, maxDepth: 5 },
      keep: { folds: 3, repeats: 1, trees: 10 },
    },
    folder,
  );
  ports = { store: openReplies(join(config.models, "replies")), live: null, sandbox, trainer, onStage: () => {}, onRequest: () => {} };
  await generate(config, ports, false);
  await mkdir(join(config.generated, "steps"));
});
afterAll(() => Promise.all([sandbox.close(), trainer.close()]));

const step = `import type { Row } from "../input.ts";

/** Whether a pip is named. */
export function has_pip(row: Row): boolean {
  return /\\bpip\\b/.test(row.note ?? "");
}
`;
const cases = [
  ["a pip", "one pip", true],
  ["a pipe", "a pipe", false],
  ["more", "x pip y", true],
  ["else", "neck", false],
].map(([name, note, expected]) => `test("${name}", () => {\n  expect(has_pip({ ...emptyRow, note: "${note}" })).toBe(${expected});\n});`);
const tests = `import { expect, test } from "vitest";
import { emptyRow } from "../input.ts";
import { has_pip } from "./has-pip.ts";

${cases.join("\n")}
test("nothing", () => expect(has_pip(emptyRow)).toBe(false));
`;

const path = (file: string): string => join(config.generated, "steps", file);
async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(path(file), "utf8");
  expect(text).toContain(from);
  await writeFile(path(file), text.replace(from, to));
}

test("a function of a person's own is adopted, with its evidence whatever that is", async () => {
  await writeFile(path("has-pip.ts"), step);
  await writeFile(path("has-pip.test.ts"), tests);
  expect((await check(config)).map(({ reason }) => reason)).toStrictEqual(
    [1, 2].map(
      () =>
        'not a file of this pipeline; move it elsewhere or delete it; `kiln accept has-pip --reason "…"` adopts it as a step of your own',
    ),
  );
  const learned = await acceptSteps(config, ["generated/fruit/steps/has-pip.ts"], "Pips tell.", ports);
  expect(learned.steps).toStrictEqual(["has_pip"]);
  expect(await check(config)).toStrictEqual([]);
  const text = await readFile(path("has-pip.ts"), "utf8");
  expect(text).toContain(
    "Adopted: a person edited this text or wrote it, and new runs keep it; edits are kept. Their\n * reason: Pips tell.",
  );
  expect(text.endsWith(step.slice(step.indexOf("/** Whether")))).toBe(true);
});

test("an edited step is adopted by its name; a run in between refuses to overwrite it", async () => {
  await edit("has-pip.ts", "/\\bpip\\b/", "/\\bpips?\\b/");
  await edit("has-pip.test.ts", "one pip", "two pips");
  await expect(generate(config, ports, false)).rejects.toThrow("`kiln accept STEP` adopts an edited step");
  const { candidates } = await acceptSteps(config, ["has_pip"], "Plural too.", ports);
  expect(candidates.map(({ candidate, outcome }) => [candidate.name, candidate.origin.model, outcome.kind])).toStrictEqual([
    ["has_pip", "a person", "kept"],
  ]);
  expect(candidates[0]!.candidate.source).toContain("pips?");
  expect(candidates[0]!.candidate.cases.find(({ name }) => name === "a pip")!.input).toStrictEqual({ note: "two pips" });
  expect(await check(config)).toStrictEqual([]);
});

test("rows from the data join an adopted step's tests where that is asked for, and are no cases of its author", async () => {
  const asking: Config = { ...config, keep: { ...config.keep, dataTests: true, mutationScore: 0 } };
  const long = ' || (row.note ?? "").length > 40';
  await edit("has-pip.ts", '.test(row.note ?? "")', `.test(row.note ?? "")${long}`);
  const { candidates } = await acceptSteps(asking, ["has_pip"], "Long notes too.", ports);
  const { outcome, candidate } = candidates[0]!;
  const text = await readFile(path("has-pip.test.ts"), "utf8");
  const found = outcome.kind === "kept" ? outcome.proof.dataTests.cases : [];
  expect(found.length).toBeGreaterThan(0);
  expect(text).toContain('describe("rows from the data, not written by the model", () => {');
  expect(text.split(/test\(["']notices /)).toHaveLength(found.length + 1);
  expect(casesOfTest("has-pip.test.ts", text)).toStrictEqual(candidate.cases);
  await edit("has-pip.ts", long, "");
  await acceptSteps(config, ["has_pip"], "Plural too.", ports);
  expect(await readFile(path("has-pip.test.ts"), "utf8")).not.toContain("describe(");
});

test("what a gate refuses changes nothing, and the message says which gate and why", async () => {
  const before = await readDecisions(config.models);
  await edit("has-pip.ts", "/\\bpips?\\b/", "/\\bseeds?\\b/");
  await expect(acceptSteps(config, ["has-pip"], "Seeds.", ports)).rejects.toThrow(/has_pip: refused by the gate "tests".*\n.*a pip/);
  expect(await readDecisions(config.models)).toStrictEqual(before);
  expect(await readFile(path("has-pip.ts"), "utf8")).toContain("seeds?");
  await edit("has-pip.ts", "/\\bseeds?\\b/", "/\\bpips?\\b/");
  await expect(acceptSteps(config, ["has-pip"], "No edit.", ports)).rejects.toThrow("as they were emitted; there is nothing to accept");
});

test("a rebuild from nothing but models/ and rows keeps the decisions, byte for byte", async () => {
  const before = await readFile(join(config.generated, "manifest.json"), "utf8");
  await rm(config.generated, { recursive: true });
  await rm(join(config.models, "learned.json"));
  await generate(config, ports, false);
  expect(await readFile(join(config.generated, "manifest.json"), "utf8")).toBe(before);
});

test("a rejected step goes for good; the review says by whom and why; undoing a decision is a rebuild", async () => {
  const decisions = await readFile(join(config.models, "decisions.json"), "utf8");
  await pinStep(config, "has_pip", "It stays.", ports);
  expect((await readModels(config.models)).learned.decisions).toStrictEqual([{ kind: "pinned", step: "has_pip", reason: "It stays." }]);
  const learned = await rejectStep(config, "has_pip", "Pips are not known in time.", ports);
  expect(learned.steps).toStrictEqual([]);
  await generate(config, ports, false);
  expect((await readModels(config.models)).learned.steps).toStrictEqual([]);
  await expect(rejectStep(config, "has_pip", "Again.", ports)).rejects.toThrow("has_pip: no such step; there are none");
  await writeFile(join(config.models, "decisions.json"), decisions);
  expect(await check(config)).toStrictEqual([
    { path: "models/fruit/decisions.json", reason: "holds other decisions than were learned with; run `kiln generate`" },
  ]);
  await generate(config, ports, false);
  expect((await readModels(config.models)).learned.steps).toStrictEqual(["has_pip"]);
});
