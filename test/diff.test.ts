import { afterAll, describe, expect, test } from "vitest";
import { type BehaviourDiff, compareFolders } from "../generator/diff.ts";
import { formatWith } from "../generator/emit/format.ts";
import { openSandbox } from "../generator/judge/sandbox/open-sandbox.ts";
import { diffMarkdown, diffTable, isSilent } from "../generator/print-diff.ts";
import type { Dataset } from "../generator/types.ts";
import { emitted } from "./emit/emitted.ts";
import { pipelines } from "./emit/pipelines.ts";

const sandbox = openSandbox({});
afterAll(() => sandbox.close());

const small = pipelines.get("small")!;
const n = 60;
const bodies = [null, "refund", "money back", "refund or money back", "hello"];
const dataset: Dataset = {
  task: small.learned.task,
  columns: small.learned.columns.map((column) => ({ ...column, send: "masked" as const })),
  rows: Array.from({ length: n }, (_, i) => ({ tenure: i % 7, amount: i % 3 === 0 ? "$5" : null, body: bodies[i % 5]! })),
  target: Float64Array.from({ length: n }, (_, i) => i % 2),
  lines: Int32Array.from({ length: n }, (_, i) => i + 2),
  groups: Int32Array.from({ length: n }, (_, i) => i),
  order: new Int32Array(n),
  maskKey: "00",
  withheld: new Set(),
};
const files = new Map((await emitted(small)).map(({ path, text }) => [path, text]));
const config = { name: "plain", split: { kind: "random", holdout: 0.25 } as const, seed: 1 };

function beside(after: ReadonlyMap<string, string>): Promise<BehaviourDiff> {
  return compareFolders(config, { commit: "abc", files }, after, dataset, false, sandbox);
}

function edited(path: string, from: string | RegExp, to: string): ReadonlyMap<string, string> {
  const text = files.get(path)!;
  expect(text.replace(from, to)).not.toBe(text);
  return new Map([...files, [path, text.replace(from, to)]]);
}

test("a widened expression is found in its step, with rows, the cause, and what becomes of the answers", async () => {
  const found = await beside(edited("steps/predict.ts", "/refund/u", "/refund|hello/u"));
  expect(found.causes).toStrictEqual(["steps/predict.ts was edited by hand"]);
  expect(found.steps.map(({ step, change, rows }) => [step, change, rows])).toStrictEqual([["predict", "text", 12]]);
  expect(found.steps[0]!.examples[0]).toStrictEqual({ line: 6, before: "0", after: "1", cells: ["body: hello"] });
  expect(found.flips.moved).toBeLessThanOrEqual(12);
  expect(diffTable(found).join("\n")).toMatch(/predict +feature +12 +20 % +its text changed/);
});

test("answers that flip are counted by what they were and became, and by slice", async () => {
  const found = await beside(edited("forest.ts", ":0*3,1*1 :0*1,1*3", ":0*1,1*3 :0*3,1*1"));
  const { toRight, toWrong, other } = found.flips;
  expect([toRight + toWrong > 0, other]).toStrictEqual([true, 0]);
  const byClass = found.slices.filter(({ slice }) => slice.startsWith("team is"));
  expect(byClass.reduce((sum, slice) => sum + slice.toRight + slice.toWrong, 0)).toBe(toRight + toWrong);
  expect(found.metrics!.difference.map(({ name }) => name)).toContain("accuracy");
});

describe("is silent on", () => {
  test.each([
    ["another layout", async (text: string) => formatWith({ singleQuote: true, semi: false, useTabs: true, printWidth: 50 })("x.ts", text)],
    ["other local names", async (text: string) => text.replaceAll(/\bbody\b(?= ===|\))/g, "words").replace("const body", "const words")],
    ["other comments", async (text: string) => `// read me\n${text.replace("How many ways", "The number of ways")}`],
    ["parentheses and types", async (text: string) => text.replace("row.body;", "(row.body) as string | null;")],
  ])("%s", async (_, change) => {
    const text = await change(files.get("steps/predict.ts")!);
    expect(text).not.toBe(files.get("steps/predict.ts"));
    const found = await beside(new Map([...files, ["steps/predict.ts", text]]));
    expect([isSilent(found), found.steps, found.flips.moved]).toStrictEqual([true, [], 0]);
  });
});

test("a change that no row shows is found by the inputs of the step's own tests", async () => {
  const found = await beside(edited("steps/expect.ts", '"$")', '"$4")'));
  expect(found.steps.map(({ step, rows }) => [step, rows])).toStrictEqual([["expect", 20]]);
  const rows = dataset.rows.map((row) => ({ ...row, amount: null }));
  const unseen = await compareFolders(
    config,
    { commit: "abc", files },
    edited("steps/expect.ts", '"$")', '"€")'),
    { ...dataset, rows },
    false,
    sandbox,
  );
  expect(unseen.steps.map(({ step, rows: changed, cases }) => [step, changed, cases > 0])).toStrictEqual([["expect", 0, true]]);
  expect(diffTable(unseen).join("\n")).toContain("no row shows it");
});

test("a comment begins with its hidden mark, names nobody, and fits", async () => {
  const found = await beside(edited("steps/predict.ts", "/refund/u", "/hello/u"));
  const text = diffMarkdown({ ...found, causes: ["@all <img src=x> closes #1", ...Array.from({ length: 2000 }, () => "x".repeat(100))] });
  expect(text.startsWith("<!-- kiln-diff:plain -->\n\n### Kiln")).toBe(true);
  expect(text.length).toBeLessThanOrEqual(65_536);
  expect(text).toContain("does not fit a comment");
  const short = diffMarkdown({ ...found, causes: ["@all <img src=x> closes #1"] });
  expect(short).toContain("@\u200ball \\<img src=x\\> closes \\#1");
});

test("changed prompts, models, data and Kiln are named from the manifests", async () => {
  const manifest = files.get("manifest.json")!;
  const other = manifest
    .replace("some-model", "next-model")
    .replaceAll("cd".repeat(32), "ab".repeat(32))
    .replaceAll("01".repeat(32), "23".repeat(32));
  const found = await beside(new Map([...files, ["manifest.json", other]]));
  expect(found.causes).toStrictEqual([
    "the data changed: cdcdcdcdcdcd → abababababab",
    "the prompt steps.md changed: 010101010101 → 232323232323",
    "the model changed: some-model → next-model",
  ]);
});
