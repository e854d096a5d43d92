import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { emitted } from "./emitted.ts";
import { pipelines, smallTrees } from "./pipelines.ts";
import { ask } from "./trees.ts";

type Row = Readonly<Record<string, string | number | null>>;
interface Pipeline {
  readonly emptyRow: Row;
  readonly columns: readonly string[];
  readonly meta: unknown;
  readonly schema: unknown;
  predict(row: Row): unknown;
  predictProba(row: Row): Readonly<Record<string, number>>;
  features(row: Row): Readonly<Record<string, number | null>>;
  trace(row: Row): readonly { readonly step: string; readonly kind: string; readonly value: unknown }[];
  explain(
    row: Row,
    label?: string,
  ): {
    readonly probability?: number;
    readonly value?: number;
    readonly baseline: number;
    readonly contributions: readonly { readonly step: string; readonly file: string; readonly line: number; readonly effect: number }[];
  };
  parseRow(value: unknown): Row;
}

/** The pipeline as one file in a folder that holds nothing else. */
async function load(name: string): Promise<Pipeline> {
  const files = await emitted(pipelines.get(name)!, true);
  const path = join(await mkdtemp(join(tmpdir(), "kiln-bundle-")), "pipeline.mjs");
  await writeFile(path, files.find((file) => file.path === "bundle.mjs")!.text);
  return (await import(pathToFileURL(path).href)) as Pipeline;
}

const [small, five, number, curved] = await Promise.all(["small", "five", "number", "curved"].map(load));

describe.each([
  ["small", small!],
  ["five", five!],
  ["number", number!],
  ["curved", curved!],
])("the emitted pipeline %s", (name, pipeline) => {
  const { task, golden } = pipelines.get(name)!.learned;

  test.each(golden)("answers a golden row as it was learned", ({ row, features, output }) => {
    expect(Object.values(pipeline.features(row))).toStrictEqual(features);
    if (task.kind === "number") expect(pipeline.predict(row)).toBe(output[0]);
    else expect(task.classes.map((label) => pipeline.predictProba(row)[label])).toStrictEqual(output);
  });

  test.each(golden)("explains every answer, bit for bit", ({ row, output }) => {
    const asked = task.kind === "class" ? task.classes : [undefined];
    for (const [k, label] of asked.entries()) {
      const { baseline, contributions } = pipeline.explain(row, label);
      expect(contributions.reduce((sum, { effect }) => sum + effect, baseline)).toBe(output[k]!);
    }
  });

  test("takes rows through its schema", () => {
    expect(pipeline.parseRow({ unheard: 1 })).toStrictEqual(pipeline.emptyRow);
    expect(() => pipeline.parseRow({ tenure: "3" })).toThrow('tenure: found the text "3", expected a finite number or null');
  });
});

test.each([Number.NEGATIVE_INFINITY, -2.000001, -2, 0, 7, 1e308])(
  "with a tenure of %s the small pipeline answers as its trees",
  (tenure) => {
    for (const body of [null, "refund", "refund, money back"]) {
      for (const amount of [null, "$1"]) {
        const row = { tenure, body, amount };
        const seen = Object.values(small!.features(row)).map((value) => value ?? Number.NaN);
        expect(Object.values(small!.predictProba(row))).toStrictEqual(ask(smallTrees, seen));
      }
    }
  },
);

test("the most probable label is predicted, with its probability", () => {
  expect(small!.predict({ tenure: 3, body: "refund, money back", amount: "$1" })).toStrictEqual({ label: "cancel", probability: 0.875 });
});

test("a trace names every step in order, with what it said", () => {
  const entries = five!.trace({ created_at: "2026-01-05", channel: null, tenure: null, body: "why?", amount: " 7 " });
  expect(entries.map(({ step, kind, value }) => [step, kind, value])).toStrictEqual([
    ["clean_amount", "normalizer", "7"],
    ["created_at", "encoder", { "created_at.month": 1, "created_at.weekday": 1, "created_at.hour": null }],
    ["channel", "encoder", expect.any(Object)],
    ["tenure", "encoder", { tenure: null }],
    ["body", "encoder", { "body.characters": 4, "body.words": 2 }],
    ["lexicon", "lexicon", { "lexicon=mean": null }],
    ["predict", "feature", 0],
    ["endingKind", "feature", "question"],
    ["team_rules", "classifier", { label: "billing", confidence: "medium" }],
    ["forest", "forest", [0, 0, 1, 0, 0]],
  ]);
});
