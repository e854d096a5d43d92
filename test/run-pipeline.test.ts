import { afterAll, expect, test } from "vitest";
import { openSandbox } from "../generator/judge/sandbox/open-sandbox.ts";
import type { Contribution, TraceEntry } from "../generator/look.ts";
import { runPipeline } from "../generator/run-pipeline.ts";
import { emitted } from "./emit/emitted.ts";
import { pipelines } from "./emit/pipelines.ts";

const sandbox = openSandbox({});
afterAll(() => sandbox.close());

async function filesOf(name: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await emitted(pipelines.get(name)!)).map(({ path, text }) => [path, text]));
}

test.each([...pipelines.keys()])("the pipeline %s answers inside the wall as it was learned", async (name) => {
  const { golden } = pipelines.get(name)!.learned;
  const rows = golden.map(({ row }) => row);
  const { values } = await runPipeline(await filesOf(name), rows, "trace", sandbox);
  const { task } = pipelines.get(name)!.learned;
  const said = (values as TraceEntry[][]).map((entries) => entries.at(-1)!.value);
  const labelled = (output: readonly number[]): unknown =>
    task.kind === "class" ? Object.fromEntries(task.classes.map((label, k) => [label, output[k]])) : output[0];
  expect(said).toStrictEqual(golden.map(({ output }) => labelled(output)));
});

test("every line that an explanation names declares its step", async () => {
  for (const name of pipelines.keys()) {
    const files = await filesOf(name);
    const rows = pipelines.get(name)!.learned.golden.map(({ row }) => row);
    const { values } = await runPipeline(files, rows, "trace", sandbox);
    for (const { step, file, line, kind } of (values as TraceEntry[][]).flat()) {
      const declared = files.get(file)!.split("\n")[line - 1]!;
      if (["normalizer", "classifier", "feature"].includes(kind)) expect(declared).toContain(`export function ${step}(`);
      else expect(declared).toMatch(/^export (?:const|function) |^ {2}\w+: \{$/);
    }
  }
});

test("explanations cross the wall bit for bit", async () => {
  const { golden } = pipelines.get("small")!.learned;
  const { values } = await runPipeline(
    await filesOf("small"),
    golden.map(({ row }) => row),
    "explain",
    sandbox,
  );
  for (const { probability, baseline, contributions } of values as {
    readonly probability: number;
    readonly baseline: number;
    readonly contributions: readonly Contribution[];
  }[])
    expect(contributions.reduce((sum, { effect }) => sum + effect, baseline)).toBe(probability);
});

test("a row on which the code throws is null, a file that does not compile is named, and nothing outside can be imported", async () => {
  const files = new Map(await filesOf("small"));
  const step = files.get("steps/predict.ts")!;
  files.set(
    "steps/predict.ts",
    step.replace("const body = row.body;", 'const body = row.body;\n  if (body === "x") throw new Error("no");'),
  );
  const rows = ["x", "y"].map((body) => ({ tenure: 1, amount: null, body }));
  expect((await runPipeline(files, rows, "trace", sandbox)).values.map((value) => value === null)).toStrictEqual([true, false]);
  files.set("steps/predict.ts", step.replace("predict(row: Row)", "predict(row: Row"));
  await expect(runPipeline(files, rows, "trace", sandbox)).rejects.toThrow(/steps\/predict\.ts:\d+: /);
  files.set("steps/predict.ts", `import { readFileSync } from "node:fs";\n${step}export const x = readFileSync;`);
  await expect(runPipeline(files, rows, "trace", sandbox)).rejects.toThrow("imports node:fs, which is no file of the folder");
});
