import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isTorn, publish, recover } from "../../generator/output/publish.ts";
import { readFolder } from "../../generator/output/read-folder.ts";
import { stageFolder } from "../../generator/output/stage-folder.ts";
import { swapIn } from "../../generator/output/swap.ts";
import { pipelines } from "../emit/pipelines.ts";

const models = pipelines.get("small")!;
const decisions = [{ kind: "rejected", step: "shouts", reason: "No." } as const];

async function places() {
  const root = await mkdtemp(join(tmpdir(), "kiln-publish-"));
  return {
    root,
    models: join(root, "models", "tickets"),
    generated: join(root, "generated", "tickets"),
    scratch: join(root, ".kiln", "tickets"),
  };
}

test("a result stands whole: files that are no longer emitted go, replies stay, nothing else is left behind", async () => {
  const at = await places();
  await publish(at, { models, decisions, artifacts: [{ path: "steps/gone.ts", text: "old" }] });
  await mkdir(join(at.models, "replies"));
  await publish(at, { models, decisions: [], artifacts: [{ path: "index.ts", text: "1\n" }] });
  expect(await readFolder(at.generated)).toStrictEqual(new Map([["index.ts", "1\n"]]));
  expect((await readdir(at.models)).toSorted()).toStrictEqual(["forest.json", "learned.json", "reference.json", "replies"]);
  expect([await readdir(join(at.root, "generated")), await readdir(at.scratch)]).toStrictEqual([["tickets"], []]);
});

/** Two files and a folder staged over older ones, as `swapIn` finds them. */
async function stagedOverOld() {
  const at = await places();
  await mkdir(at.models, { recursive: true });
  for (const name of ["a", "b"]) {
    await writeFile(join(at.models, name), "old");
    await writeFile(join(at.models, `${name}.json.tmp`), "new");
  }
  await swapIn(join(at.scratch, "swap.json"), [await stageFolder(at.generated, [{ path: "index.ts", text: "old" }])]);
  const swaps = [
    ...["a", "b"].map((name) => ({ from: join(at.models, `${name}.json.tmp`), to: join(at.models, name) })),
    await stageFolder(at.generated, [{ path: "index.ts", text: "new" }]),
  ];
  return { at, swaps };
}

async function stateOf(at: Awaited<ReturnType<typeof places>>): Promise<string[]> {
  const [left, right] = [await readFolder(at.models), await readFolder(at.generated)];
  return [...left, ...right].map(([path, text]) => `${path} ${text}`);
}

test("killed before the journal stands, everything is old", async () => {
  const { at } = await stagedOverOld();
  await writeFile(join(at.scratch, "swap.json.tmp"), "{");
  expect(isTorn(at)).toBe(false);
  await recover(at);
  expect(await readdir(at.scratch)).toStrictEqual([]);
  expect(await stateOf(at)).toStrictEqual(["a old", "b old", "index.ts old"]);
  expect(await readdir(join(at.root, "generated"))).toStrictEqual(["tickets"]);
});

test.each([0, 1, 2, 3, 4])("killed after %i renames, everything is new", async (renames) => {
  const { at, swaps } = await stagedOverOld();
  const told = swaps.map(({ from, to }) => ({
    from: `../../${(from ?? "").slice(at.root.length + 1)}`,
    to: `../../${to.slice(at.root.length + 1)}`,
  }));
  await writeFile(join(at.scratch, "swap.json"), JSON.stringify({ swaps: told }));
  const steps = [
    () => rename(swaps[0]!.from!, swaps[0]!.to),
    () => rename(swaps[1]!.from!, swaps[1]!.to),
    () => rename(at.generated, join(at.root, "generated", ".old-tickets.folder")),
    () => rename(swaps[2]!.from!, swaps[2]!.to),
  ];
  for (const step of steps.slice(0, renames)) await step();
  expect(isTorn(at)).toBe(true);
  await recover(at);
  expect(await stateOf(at)).toStrictEqual(["a new", "b new", "index.ts new"]);
  expect([await readdir(join(at.root, "generated")), await readdir(at.scratch)]).toStrictEqual([["tickets"], []]);
});

test("without the journal's folder, an old folder is brought back where no new one came", async () => {
  const { at } = await stagedOverOld();
  await rename(at.generated, join(at.root, "generated", ".old-tickets.folder"));
  await rm(at.scratch, { recursive: true });
  await recover(at);
  expect(await readFolder(at.generated)).toStrictEqual(new Map([["index.ts", "old"]]));
});

test("another pipeline whose name begins alike is left alone", async () => {
  const at = await places();
  await mkdir(join(at.root, "generated", ".tmp-tickets-eu.x1"), { recursive: true });
  await recover(at);
  expect(await readdir(join(at.root, "generated"))).toStrictEqual([".tmp-tickets-eu.x1"]);
});
