import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { watchFolder } from "../../generator/output/watch-folder.ts";

test("a save before anybody waits for one counts; a stop ends the wait", async () => {
  const folder = await mkdtemp(join(tmpdir(), "kiln-watch-"));
  const stop = new AbortController();
  const saves = watchFolder(folder, stop.signal);
  await writeFile(join(folder, "step.ts"), "// saved");
  await new Promise((resolve) => setImmediate(resolve));
  expect(await saves.next()).toStrictEqual({ value: undefined, done: false });
  const last = saves.next();
  stop.abort();
  expect(await last).toStrictEqual({ value: undefined, done: true });
  await rm(folder, { recursive: true });
});
