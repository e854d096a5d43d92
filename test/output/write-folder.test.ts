import { mkdir, mkdtemp, readdir, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readFolder } from "../../generator/output/read-folder.ts";
import { recoverFolder, writeFolder } from "../../generator/output/write-folder.ts";

const home = (): Promise<string> => mkdtemp(join(tmpdir(), "kiln-output-"));

test("a folder is made with every file in it, and nothing else is left beside it", async () => {
  const parent = await home();
  const folder = join(parent, "new", "tickets");
  await writeFolder(folder, [
    { path: "index.ts", text: "1\n" },
    { path: "steps/a.ts", text: "2\n" },
  ]);
  expect(await readFolder(folder)).toStrictEqual(
    new Map([
      ["index.ts", "1\n"],
      ["steps/a.ts", "2\n"],
    ]),
  );
  expect(await readdir(join(parent, "new"))).toStrictEqual(["tickets"]);
});

test("an old folder is replaced whole: files that are no longer emitted go", async () => {
  const folder = join(await home(), "tickets");
  await writeFolder(folder, [{ path: "steps/gone.ts", text: "old" }]);
  await writeFolder(folder, [{ path: "index.ts", text: "new" }]);
  expect(await readFolder(folder)).toStrictEqual(new Map([["index.ts", "new"]]));
});

test("a write that was killed between the two renames is undone", async () => {
  const parent = await home();
  const folder = join(parent, "tickets");
  await writeFolder(folder, [{ path: "index.ts", text: "old" }]);
  await mkdir(join(parent, ".tmp-tickets.x1"));
  await writeFile(join(parent, ".tmp-tickets.x1", "index.ts"), "new");
  await rename(folder, join(parent, ".old-tickets.folder"));
  await recoverFolder(folder);
  expect(await readFolder(folder)).toStrictEqual(new Map([["index.ts", "old"]]));
  expect(await readdir(parent)).toStrictEqual(["tickets"]);
});

test("a write that was killed before the old folder was deleted is completed", async () => {
  const parent = await home();
  const folder = join(parent, "tickets");
  await writeFolder(folder, [{ path: "index.ts", text: "new" }]);
  await mkdir(join(parent, ".old-tickets.folder"));
  await recoverFolder(folder);
  expect(await readFolder(folder)).toStrictEqual(new Map([["index.ts", "new"]]));
  expect(await readdir(parent)).toStrictEqual(["tickets"]);
});

test("another pipeline whose name begins alike is left alone", async () => {
  const parent = await home();
  await mkdir(join(parent, ".tmp-tickets-eu.x1"));
  await recoverFolder(join(parent, "tickets"));
  expect(await readdir(parent)).toStrictEqual([".tmp-tickets-eu.x1"]);
});
