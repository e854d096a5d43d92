import { readFileSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { transform } from "esbuild";
import { expect, test } from "vitest";
import { emitted } from "./emit/emitted.ts";
import { pipelines } from "./emit/pipelines.ts";

const text = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const block = [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map((found) => found[1]!).find((code) => code.includes("startSpan"))!;

test("the lines that tell OpenTelemetry of every step are five, and run as they stand", async () => {
  expect(block.trimEnd().split("\n").length).toBeLessThanOrEqual(5);
  const folder = await mkdtemp(join(tmpdir(), "kiln-readme-"));
  const files = await emitted(pipelines.get("small")!, true);
  await writeFile(join(folder, "pipeline.mjs"), files.find((file) => file.path === "bundle.mjs")!.text);
  const { code } = await transform(
    `import { predict, emptyRow, trace } from "./pipeline.mjs";
    export function run(tracer) { const row = emptyRow; ${block}; return { answer, traced: trace(row) }; }`,
    { loader: "ts" },
  );
  await writeFile(join(folder, "watched.mjs"), code);
  const { run } = (await import(pathToFileURL(join(folder, "watched.mjs")).href)) as {
    run: (tracer: unknown) => {
      answer: { label: string };
      traced: readonly { step: string; value: unknown; file: string; line: number }[];
    };
  };
  const heard: unknown[] = [];
  let ended = 0;
  const span = { addEvent: (...event: unknown[]) => heard.push(event), end: () => (ended += 1) };
  const { answer, traced } = run({ startSpan: () => span });
  expect(heard).toStrictEqual(traced.map(({ step, value, file, line }) => [step, { value: JSON.stringify(value), at: `${file}:${line}` }]));
  expect(heard.length).toBeGreaterThan(1);
  expect(ended).toBe(1);
  expect(["billing", "cancel"]).toContain(answer.label);
});
