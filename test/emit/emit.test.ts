import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { emitted } from "./emitted.ts";
import { pipelines } from "./pipelines.ts";
import { forestOf } from "./trees.ts";

const small = pipelines.get("small")!;

describe.each([...pipelines])("the pipeline %s", (_, models) => {
  test("is emitted twice as the same bytes", async () => {
    expect(await emitted(models, true)).toStrictEqual(await emitted(models, true));
  });

  test("imports nothing outside its folder, but vitest in tests", async () => {
    const imports = (await emitted(models)).flatMap(({ path, text }) =>
      [...text.matchAll(/\bfrom\s+"([^"]*)"|\bimport\s*\(?\s*"([^"]*)"/g)].map((found) => `${path}: ${found[1] ?? found[2] ?? ""}`),
    );
    expect(imports.filter((one) => !/: \.\.?\//.test(one) && !one.endsWith(".test.ts: vitest"))).toStrictEqual([]);
  });

  test("names every other file with its hash in the manifest", async () => {
    const files = await emitted(models);
    const last = files.at(-1)!;
    expect(last.path).toBe("manifest.json");
    expect((JSON.parse(last.text) as { files: unknown }).files).toStrictEqual(
      files.slice(0, -1).map(({ path, text }) => ({ path, sha256: createHash("sha256").update(text).digest("hex") })),
    );
  });
});

test.each(["index.ts", "input.ts", "forest.ts", "steps/predict.ts", "steps/predict.test.ts", "index.test.ts", "REVIEW.md"])(
  "%s of the small pipeline reads as its golden file",
  async (path) => {
    const files = await emitted(small);
    await expect(files.find((file) => file.path === path)!.text).toMatchFileSnapshot(
      `golden/small/${path.replace(".test.ts", ".test.txt")}`,
    );
  },
);

test("the baseline alone is emitted without steps", async () => {
  const learned = { ...small.learned, steps: [], candidates: [], golden: [] };
  const files = await emitted({ ...small, learned, forest: forestOf(["tenure"], 2, [[3, 1]]) });
  expect(files.filter(({ path }) => path.startsWith("steps/"))).toStrictEqual([]);
});

test("a forest whose columns are not those of the steps is refused", async () => {
  await expect(emitted({ ...small, forest: { ...small.forest, columns: ["tenure", "expect", "predict"] } })).rejects.toThrow(
    "column 1 of the forest is expect; expected predict",
  );
});

test("every import of a folder ends as the config wants it", async () => {
  const files = await emitted(pipelines.get("number")!);
  const imports = files.filter(({ path }) => path.endsWith(".ts")).flatMap(({ text }) => text.match(/(?<= from ")\.[^"]+/g) ?? []);
  expect(imports.length).toBeGreaterThan(10);
  expect(imports.filter((path) => !path.endsWith(".js"))).toStrictEqual([]);
});
