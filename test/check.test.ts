import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check } from "../generator/check.ts";
import { emitPipeline } from "../generator/emit-pipeline.ts";
import { readModels, stageModels, type Models } from "../generator/output/models.ts";
import { publish } from "../generator/output/publish.ts";
import { openReplies } from "../generator/output/replies.ts";
import { swapIn } from "../generator/output/swap.ts";
import { pipelines } from "./emit/pipelines.ts";

const small = pipelines.get("small")!;

interface Folders {
  readonly models: string;
  readonly generated: string;
  readonly scratch: string;
}

async function write(folders: Folders, models: Models, bundled: boolean): Promise<void> {
  await publish(folders, { models, decisions: [], artifacts: await emitPipeline(models, folders.generated, bundled) });
}

/** A finished run on the disk. */
async function finished(bundled = false): Promise<Folders> {
  const root = await mkdtemp(join(tmpdir(), "kiln-check-"));
  const folders = { models: join(root, "models", "plain"), generated: join(root, "generated", "plain"), scratch: join(root, ".kiln") };
  for (const { request, stage, model, usage } of small.learned.replies) {
    await openReplies(join(folders.models, "replies")).put({
      request,
      stage,
      model,
      usage,
      requestedModel: model,
      text: "",
      finish: "stop",
    });
  }
  await write(folders, small, bundled);
  return folders;
}

test.each([false, true])("a folder as it was emitted has nothing against it (bundle: %s)", async (bundled) => {
  expect(await check(await finished(bundled))).toStrictEqual([]);
});

test("a deleted folder comes back byte for byte from models/ as they lie on the disk", async () => {
  const folders = await finished();
  const before = await readFile(join(folders.generated, "manifest.json"), "utf8");
  await rm(folders.generated, { recursive: true });
  await write(folders, await readModels(folders.models), false);
  expect(await readFile(join(folders.generated, "manifest.json"), "utf8")).toBe(before);
});

test("an edited, a missing and a strange file are each named with what is wrong", async () => {
  const folders = await finished();
  await appendFile(join(folders.generated, "steps/predict.ts"), "// mine\n");
  await rm(join(folders.generated, "lexicon.ts"), { force: true });
  await rm(join(folders.generated, "forest.ts"));
  await writeFile(join(folders.generated, "notes.md"), "mine");
  expect(await check(folders)).toStrictEqual([
    { path: "generated/plain/forest.ts", reason: "missing; `kiln generate` brings it back" },
    { path: "generated/plain/notes.md", reason: "not a file of this pipeline; move it elsewhere or delete it" },
    {
      path: "generated/plain/steps/predict.ts",
      reason: expect.stringMatching(
        /^edited since it was emitted, first in line \d+; `kiln diff` shows what that changes; `kiln accept predict --reason "…"` judges the edit and adopts it, `git checkout -- generated\/plain\/steps\/predict\.ts` takes it back$/,
      ),
    },
  ]);
});

test("files are formatted as the user's own Prettier would, and checked so", async () => {
  const folders = await finished();
  await writeFile(join(folders.generated, "..", "..", ".prettierrc"), '{ "singleQuote": true, "semi": false }');
  await write(folders, small, false);
  expect(await readFile(join(folders.generated, "index.ts"), "utf8")).toContain("import { columns, forest } from './forest.ts'\n");
  expect(await check(folders)).toStrictEqual([]);
});

test("files of an older run are stale, and the manifest with them", async () => {
  const folders = await finished();
  const other = { ...small, learned: { ...small.learned, config: { ...small.learned.config, seed: 2 } } };
  await swapIn(join(folders.scratch, "swap.json"), await stageModels(folders.models, other));
  expect(await check(folders)).toStrictEqual([
    {
      path: "generated/plain/manifest.json",
      reason: expect.stringMatching(/^stale: models\/ say otherwise from line \d+ on; run `kiln generate`$/),
    },
  ]);
});

test("a missing reply is named with the stage that was learned from it", async () => {
  const folders = await finished();
  await rm(join(folders.models, "replies"), { recursive: true });
  expect(await check(folders)).toStrictEqual([
    { path: `models/plain/replies/${"ab".repeat(32)}.json`, reason: 'missing, or of another request; stage "steps 1" was learned from it' },
  ]);
});

test("without models/ there is nothing to check against, and that is said", async () => {
  const folders = await finished();
  await rm(folders.models, { recursive: true });
  await expect(check(folders)).rejects.toThrow("run `kiln generate` first");
});
