import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { check } from "../generator/check.ts";
import type { Config } from "../generator/config.ts";
import { generate } from "../generator/generate.ts";
import { openSandbox } from "../generator/judge/sandbox/open-sandbox.ts";
import { loadConfig } from "../generator/load-config.ts";
import { readFolder } from "../generator/output/read-folder.ts";
import { openReplies } from "../generator/output/replies.ts";
import { openTrainer } from "../generator/train/trainer.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const sandbox = openSandbox({});
const trainer = openTrainer({ workers: 2, workerFile: new URL("../dist/forest-worker.js", import.meta.url) });
let home = "";
let config: Config;

beforeAll(async () => {
  await mkdir(join(root, ".kiln"), { recursive: true });
  home = await mkdtemp(join(root, ".kiln/replay-"));
  const example = await loadConfig(join(root, "examples/tickets/kiln.config.ts"));
  config = { ...example, models: join(home, "models/tickets"), generated: join(home, "generated/tickets"), scratch: join(home, "scratch") };
});
afterAll(async () => {
  await Promise.all([sandbox.close(), trainer.close(), rm(home, { recursive: true })]);
});

test("the example comes back from its recorded replies, byte for byte", { timeout: 600_000 }, async () => {
  const store = openReplies(join(root, "models/tickets/replies"));
  const ports = { store, live: null, sandbox, trainer, onStage: () => {}, onRequest: () => {} };
  await generate(config, ports, false);
  const models = await readFolder(config.models);
  for (const [path, text] of models)
    expect([path, text === (await readFolder(join(root, "models/tickets"))).get(path)]).toStrictEqual([path, true]);
  expect([...models.keys()]).toStrictEqual(["forest.json", "learned.json", "reference.json"]);
  expect(await readFolder(config.generated)).toStrictEqual(await readFolder(join(root, "generated/tickets")));
});

test("the committed pipeline is what its models say", async () => {
  expect(await check({ models: join(root, "models/tickets"), generated: join(root, "generated/tickets") })).toStrictEqual([]);
});
