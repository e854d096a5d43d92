import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "../../generator/check.ts";
import { resolveConfig, type UserConfig } from "../../generator/config.ts";
import { KilnError } from "../../generator/errors.ts";
import { generate } from "../../generator/generate.ts";
import { openSandbox } from "../../generator/judge/sandbox/open-sandbox.ts";
import { openReplies } from "../../generator/output/replies.ts";
import { openAiModel } from "../../generator/propose/open-ai.ts";
import { openTrainer } from "../../generator/train/trainer.ts";
import type { ModelRequest } from "../../generator/asking.ts";
import { fruitCsv } from "../command/fruit.ts";
import { says, type Answer } from "../propose/endpoint.ts";
import { apiKey, faults, type Fault } from "./faults.ts";

/** One sound feature, one that goes back for repair; a normalizer column for the round of normalizers. */
export const goodFirst = JSON.stringify({
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
        { name: "nothing", input: [], expected: false },
      ],
    },
    {
      kind: "feature",
      name: "now",
      column: null,
      rationale: "Time.",
      source: "export function now(row: Row): number {\n  return Date.now();\n}\n",
      cases: [],
    },
  ],
});

/** Of every run here. */
export const budget = { calls: 9, inputTokens: 400_000, outputTokens: 40_000, money: 5, minutes: 0.02 };
const config: UserConfig = {
  name: "fruit",
  task: "Tell apples from pears.",
  data: { file: "fruit.csv" },
  target: { column: "fruit" },
  columns: {
    weight: { kind: "number", meaning: "Grams.", send: "values" },
    note: { kind: "text", meaning: "What the picker wrote.", send: "values" },
  },
  author: { model: "m", rounds: 1, candidates: 2, normalizers: 1, maxOutputTokens: 1000, price: { input: 1, output: 10 }, budget },
  forest: { trees: 5, maxDepth: 3 },
  keep: { repeats: 1, folds: 2, trees: 5 },
};

/** The questions of a run in their order. */
export const phases = ["normalizers", "repair of normalizers", "steps 1", "repair of 1"];

/** Every fault against this pipeline. */
export const allFaults = faults(goodFirst);

/** Later rounds get another name to mend, else their question would be the earlier one. */
const goodFor = (at: string): string => (at.includes("normalizers") ? goodFirst : goodFirst.replaceAll("now", "today"));

function healthy(at: string): Answer {
  return says(goodFor(at));
}

/** What one meeting with a fault came to. */
export interface Met {
  /** How often the fault was met, and how often the endpoint was asked in all. */
  readonly met: number;
  readonly tries: number;
  /** "ok", or the code of the error that ended the run. */
  readonly end: string;
  readonly message: string;
  readonly result: boolean;
  /** What `check` has against the result, and against that of the next run. */
  readonly differences: number;
  /** Whether the key or half of it stands in a message, a note or a file. */
  readonly leaked: boolean;
  readonly leftovers: readonly string[];
  /** Questions that a later run asked once more although they were answered. */
  readonly askedTwice: readonly string[];
  readonly laterEnd: string;
}

/** A fault server, and runs of one small pipeline against it. */
export async function openFaultServer() {
  let tries: string[] = [];
  let stage = "";
  let respond = healthy;
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      tries.push(stage);
      respond(stage)(response);
    });
  });
  const sandbox = openSandbox({});
  const trainer = openTrainer({ workers: 1, workerFile: new URL("../../dist/forest-worker.js", import.meta.url) });
  const home = await mkdtemp(join(tmpdir(), "kiln-faults-"));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;

  /** One run in a folder; the error that ended it, or null. No pause is slept through. */
  async function run(folder: string, heard: string[], limits: Partial<typeof budget> = {}): Promise<KilnError | null> {
    const patience = { timeoutMs: 20_000, retries: 2, wait: async () => {}, chance: () => 0 };
    const resolved = resolveConfig({ ...config, author: { ...config.author, budget: { ...budget, ...limits } } }, folder);
    const ports = {
      store: openReplies(join(resolved.models, "replies")),
      live: openAiModel({ baseURL: `http://127.0.0.1:${port}/v1`, apiKey }, patience, (line) => heard.push(line)),
      sandbox,
      trainer,
      onStage: ({ text }: { readonly text: string }) => heard.push(text),
      onRequest: (request: ModelRequest) => (stage = request.stage),
    };
    tries = [];
    const error = await generate(resolved, ports, false).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    server.closeAllConnections();
    if (error !== null && !(error instanceof KilnError)) throw error;
    return error;
  }

  async function folderOf(): Promise<string> {
    const folder = await mkdtemp(join(home, "run-"));
    await writeFile(join(folder, "fruit.csv"), fruitCsv());
    return folder;
  }

  return {
    /** A run that meets a fault in one phase each time, then one whose endpoint is well again. */
    async meet({ answer, ends }: Fault, phase: string): Promise<Met> {
      const folder = await folderOf();
      const places = { models: join(folder, "models/fruit"), generated: join(folder, "generated/fruit") };
      const heard: string[] = [];
      respond = (at) => (at === phase ? answer : says(goodFor(at)));
      const error = await run(folder, heard);
      const first = tries;
      const result = (await readdir(folder)).includes("generated");
      const before = result ? await check(places) : [];
      const { texts, leftovers } = await everything(folder);
      respond = healthy;
      const later = await run(folder, heard);
      const answered = new Set(phases.slice(0, phases.indexOf(phase) + Number(!ends)));
      const said = `${error?.message} ${heard.join("\n")} ${texts}`;
      return {
        met: first.filter((at) => at === phase).length,
        tries: first.length,
        end: error?.code ?? "ok",
        message: error?.message ?? "",
        result,
        differences: before.length + (await check(places)).length,
        leaked: said.includes(apiKey) || said.includes(apiKey.slice(0, 16)),
        leftovers,
        askedTwice: tries.filter((at) => answered.has(at)),
        laterEnd: later?.code ?? "ok",
      };
    },
    /** What is asked under a budget of so many calls, and then without that limit. */
    async stopAndGoOn(calls: number) {
      const folder = await folderOf();
      respond = healthy;
      const stopped = await run(folder, [], { calls });
      const before = tries;
      const later = await run(folder, []);
      return { end: stopped?.code ?? "ok", before, laterEnd: later?.code ?? "ok", after: tries };
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await Promise.all([new Promise((done) => server.close(done)), sandbox.close(), trainer.close(), rm(home, { recursive: true })]);
    },
  };
}

async function everything(folder: string): Promise<{ readonly texts: string; readonly leftovers: string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  return { texts: texts.join("\n"), leftovers: files.filter((file) => /\.(?:tmp|old)/.test(file)) };
}
