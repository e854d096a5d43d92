import { build } from "esbuild";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { random } from "../../generator/random.ts";
import { type Ended, kiln, openEndpoint, openProject } from "./project.ts";

/** 160 windows, whose price is their area in square metres times 100, and a little chance. */
function windowCsv(): string {
  const source = random(8);
  const rows = Array.from({ length: 160 }, (_, i) => {
    const [width, height] = [40 + source.below(200), 40 + source.below(200)];
    const frame = ["oak", "pine", "steel"][source.below(3)]!;
    return `${i},${width},${height},${frame},${Math.round((width * height) / 100 + source.below(20))}`;
  });
  return ["key,width,height,frame,price", ...rows].map((line) => `${line}\n`).join("");
}

const config = `import { defineConfig } from "kiln";
export default defineConfig({
  name: "windows",
  task: "Tell what a window costs.",
  data: { file: "windows.csv" },
  target: { column: "price", kind: "number" },
  columns: {
    key: { kind: "id", meaning: "Number." },
    width: { kind: "number", meaning: "Centimetres.", send: "values" },
    height: { kind: "number", meaning: "Centimetres.", send: "values" },
    frame: { kind: "category", meaning: "What the frame is made of.", send: "values" },
  },
  author: { model: "test-model", rounds: 1, candidates: 2, normalizers: 0 },
  forest: { trees: 40 },
  keep: { repeats: 2, trees: 40 },
});
`;

const feature = (name: string, body: string, cases: readonly (readonly [number | null, number | null, number])[]) => ({
  kind: "feature",
  name,
  column: null,
  rationale: "What is paid for.",
  source: `/** ${name}. */\nexport function ${name}(row: Row): number {\n  const width = Math.min(1000, Math.max(0, row.width ?? 0));\n  const height = Math.min(1000, Math.max(0, row.height ?? 0));\n  return ${body};\n}\n`,
  cases: cases.map(([width, height, expected], i) => ({
    name: `case ${i}`,
    input: [
      { property: "width", value: width },
      { property: "height", value: height },
    ],
    expected,
  })),
});

const reply = JSON.stringify({
  candidates: [
    feature("glass_area", "width * height", [
      [2, 3, 6],
      [null, 3, 0],
      [2, null, 0],
      [null, null, 0],
      [10, 10, 100],
      [1, 7, 7],
      [2000, 2, 2000],
      [2, 1002, 2000],
      [1000, 2, 2000],
      [-3, 4, 0],
      [3, -4, 0],
    ]),
    feature("odd_width", "width % 7", [
      [2, 3, 2],
      [null, 3, 0],
      [8, null, 1],
      [null, null, 0],
      [7, 10, 0],
      [13, 7, 6],
    ]),
  ],
});

let folder = "";
let remove = async (): Promise<void> => {};
let ended: Ended;
beforeAll(async () => {
  ({ folder, remove } = await openProject({ "kiln.config.ts": config, "windows.csv": windowCsv() }));
  const endpoint = await openEndpoint([reply]);
  ended = await kiln(folder, ["generate"], { OPENAI_API_KEY: "k", OPENAI_BASE_URL: endpoint.url }).finally(endpoint.close);
});
afterAll(() => remove());

describe("a target that is a number, all the way", () => {
  test("keeps the formula, refuses the noise, and shows errors in units of the target with intervals", () => {
    expect(ended.err).not.toContain("kiln:");
    expect(ended.code).toBe(0);
    expect(ended.out).toMatch(/glass_area +feature .* kept /);
    expect(ended.out).toMatch(/odd_width +feature .* refused /);
    expect(ended.out).toMatch(/RMSE +\d+\.\d{4} \[\d+\.\d{4}, \d+\.\d{4}\] .* better/);
  });

  test("emits a predict that answers numbers near the truth", async () => {
    const outfile = join(folder, "pipeline.mjs");
    await build({ entryPoints: [join(folder, "generated/windows/index.ts")], outfile, bundle: true, format: "esm", logLevel: "silent" });
    const { predict } = (await import(outfile)) as { predict: (row: object) => number };
    const row = { width: 150, height: 200, frame: "oak" };
    expect(Math.abs(predict(row) - 310)).toBeLessThan(60);
    expect(predict({ width: 60, height: 60, frame: "oak" })).toBeLessThan(predict(row));
  });

  test("says so in the review and passes its own check", async () => {
    const review = await readFile(join(folder, "generated/windows/REVIEW.md"), "utf8");
    expect(review).toContain("RMSE");
    expect(review).toContain("glass_area");
    expect((await kiln(folder, ["check"])).code).toBe(0);
  });
});
