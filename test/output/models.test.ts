import { mkdtemp, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { asStored, readModels, stageModels, type Models } from "../../generator/output/models.ts";
import { swapIn } from "../../generator/output/swap.ts";
import { column, kept, plain, reference, refused } from "../emit/fixture.ts";

const feature = {
  kind: "feature",
  name: "shouts",
  source: "export function shouts(row: Row): boolean { return false; }",
  returns: { kind: "boolean", nullable: false },
} as const;

const first: Models = {
  learned: {
    ...plain,
    columns: [column("body", "text"), column("channel", "category")],
    encoders: [
      { kind: "text", property: "body" },
      { kind: "category", property: "channel", outputs: ["cancel"], table: [{ value: "app", rows: 12, shares: [0.25] }], other: [0.5] },
    ],
    lexicon: { properties: ["body"], outputs: ["cancel"], bias: [-0], entries: [["cancel", 1.5, [0.25]]] },
    candidates: [kept(feature), refused({ ...feature, name: "twice" }, "no lift")],
    steps: ["shouts"],
    golden: [{ row: { body: "a", channel: null }, features: [1, 1, null], output: [0.5, 0.5] }],
  },
  forest: { columns: ["shouts"], outputs: 2, pseudo: [0.5, 0.5], trees: ["a", "b"] },
  reference,
};
const second: Models = {
  learned: { ...first.learned, steps: [] },
  forest: { ...first.forest, trees: ["c"] },
  reference: { ...reference, rows: 301 },
};

async function writeModels(path: string, models: Models): Promise<void> {
  await swapIn(join(path, "..", `${basename(path)}.swap.json`), await stageModels(path, models));
}

const folder = (): Promise<string> => mkdtemp(join(tmpdir(), "kiln-models-"));

test("what was learned comes back as it was", async () => {
  const path = await folder();
  await writeModels(path, first);
  expect(await readModels(path)).toStrictEqual(first);
  expect((await readdir(path)).toSorted()).toStrictEqual(["forest.json", "learned.json", "reference.json"]);
});

test("what was read is written again byte for byte", async () => {
  const [one, two] = [await folder(), await folder()];
  await writeModels(one, first);
  await writeModels(two, await readModels(one));
  expect(await readFile(join(two, "learned.json"), "utf8")).toBe(await readFile(join(one, "learned.json"), "utf8"));
});

test("files of two runs are refused", async () => {
  const [path, other] = [await folder(), await folder()];
  await writeModels(path, first);
  await writeModels(other, second);
  await rename(join(other, "forest.json"), join(path, "forest.json"));
  await expect(readModels(path)).rejects.toThrow("not of one run");
});

test("a missing folder is an error that says what to run", async () => {
  await expect(readModels("/nowhere/tickets")).rejects.toThrow("/nowhere/tickets/forest.json: not found; run `kiln generate` first");
});

test.each([
  ["", "found no JSON"],
  ["[]", "the whole: found a list, expected a record"],
  ["{}", "pipeline: found nothing, expected a text"],
])("learned.json that holds %j is an error that says where", async (text, message) => {
  const path = await folder();
  await writeModels(path, first);
  await writeFile(join(path, "learned.json"), text);
  await expect(readModels(path)).rejects.toThrow(`${join(path, "learned.json")}: ${message}`);
});

test("a wrong value deep inside is named by its path", async () => {
  const path = await folder();
  await writeModels(path, first);
  const text = await readFile(join(path, "learned.json"), "utf8");
  await writeFile(join(path, "learned.json"), text.replace('"rationale": "Because shouts tells."', '"rationale": 7'));
  await expect(readModels(path)).rejects.toThrow("candidates[0].candidate.rationale: found 7, expected a text");
});

test("curves that are none are named, also where an older Kiln knew nothing of them", async () => {
  const path = await folder();
  await writeModels(path, first);
  const text = await readFile(join(path, "learned.json"), "utf8");
  await writeFile(join(path, "learned.json"), text.replace('"calibration": null', '"calibration": { "curves": [[[0, "one"]]] }'));
  await expect(readModels(path)).rejects.toThrow("calibration.");
  await writeFile(join(path, "learned.json"), text.replace(/"calibration": null,\s*/, ""));
  await expect(readModels(path)).rejects.toThrow("calibration: found nothing");
});

test("models in memory can be had as they will be read, to the order of keys: what prints a record prints it alike", async () => {
  const folder = join(await mkdtemp(join(tmpdir(), "kiln-models-")), "plain");
  await writeModels(folder, first);
  const read = await readModels(folder);
  expect(JSON.stringify(first.learned)).not.toBe(JSON.stringify(read.learned));
  expect(JSON.stringify(asStored(first))).toBe(JSON.stringify({ forest: read.forest, learned: read.learned, reference: read.reference }));
  expect(asStored(first)).toStrictEqual(first);
});
