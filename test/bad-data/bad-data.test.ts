import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Config, resolveConfig } from "../../generator/config.ts";
import { KilnError } from "../../generator/errors.ts";
import { generate } from "../../generator/generate.ts";
import { openSandbox } from "../../generator/judge/sandbox/open-sandbox.ts";
import type { Learned } from "../../generator/learned.ts";
import { score } from "../../generator/score.ts";
import { openTrainer } from "../../generator/train/trainer.ts";
import { fruitCsv } from "../command/fruit.ts";
import { type BadKind, kinds } from "./kinds.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const home = mkdtempSync(join(root, ".kiln-bad-"));
const sandbox = openSandbox({});
const trainer = openTrainer({
  workers: Math.min(2, availableParallelism()),
  workerFile: new URL("../../dist/forest-worker.js", import.meta.url),
});
afterAll(async () => {
  await Promise.all([sandbox.close(), trainer.close()]);
  rmSync(home, { recursive: true });
});

function configOf(name: string, file: string, { nulls = [], weightKind = "number" }: Pick<BadKind, "nulls" | "weightKind">): Config {
  return resolveConfig(
    {
      name,
      task: "Tell apples from pears.",
      data: { file, nulls, maxRejects: 5 },
      target: { column: "fruit" },
      columns: {
        key: { kind: "id", meaning: "Number." },
        weight: { kind: weightKind, meaning: "Grams." },
        note: { kind: "text", meaning: "What the picker wrote." },
      },
      author: { model: "none", rounds: 0, normalizers: 0 },
      forest: { trees: 5, maxDepth: 4 },
    },
    home,
  );
}

function learn(config: Config): Promise<Learned> {
  const store = { get: () => null, put: () => Promise.reject(new Error("asked a model")) };
  return generate(config, { store: store as never, live: null, sandbox, trainer, onStage: () => {}, onRequest: () => {} }, false);
}

let healthy: Config;
beforeAll(async () => {
  writeFileSync(join(home, "good.csv"), fruitCsv());
  healthy = configOf("healthy", "good.csv", {});
  await learn(healthy);
}, 60_000);

/** What came of it in a few words: rows read and rejected, or the one line of the refusal. */
async function outcomeOf(
  work: () => Promise<{ readonly rows: number; readonly rejects: number; readonly classes?: number }>,
  rejected: string,
): Promise<string> {
  try {
    const { rows, rejects, classes = 2 } = await work();
    const of = classes === 2 ? "" : ` of ${classes} classes`;
    return `${rows} rows${of}${rejects === 0 ? "" : `, ${rejects} rejected: line ${firstLine(rejected)}`}`;
  } catch (error) {
    if (!(error instanceof KilnError)) throw error;
    expect(error.message).not.toContain("\n");
    expect(error.message.length).toBeLessThan(700);
    return `refused: ${error.message.replaceAll(`${home}/`, "")}`;
  }
}

/** Line and reason of the first rejected row that a run has listed. */
function firstLine(file: string): string {
  const [, first = ""] = readFileSync(file, "utf8").split("\n");
  return first
    .replace(/^(\d+),"/, "$1, ")
    .slice(0, -1)
    .replaceAll('""', '"');
}

const found = new Map<string, readonly [learnt: string, scored: string]>();

test.each(kinds.map((kind) => [kind.name, kind] as const))(
  "%s",
  async (_, kind) => {
    const file = `rows.${kind.ending ?? "csv"}`;
    writeFileSync(join(home, file), kind.content);
    const config = configOf("bad", file, kind);
    const learnt = await outcomeOf(
      async () => {
        const { data, task } = await learn(config);
        return { ...data, classes: task.kind === "class" ? task.classes.length : 2 };
      },
      join(config.scratch, "rejects.csv"),
    );
    const used = { ...healthy, data: { ...healthy.data, nulls: [...(kind.nulls ?? [])] } };
    const scored = await outcomeOf(
      () => score(used, config.data.place, join(home, "out.csv"), 5, () => {}),
      join(healthy.scratch, "score-rejects.csv"),
    );
    found.set(kind.name, [learnt, scored]);
    rmSync(join(home, "models/bad"), { recursive: true, force: true });
    rmSync(join(home, "generated/bad"), { recursive: true, force: true });
  },
  10_000,
);

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("<", "\\<");

test("docs/bad-data.md says so, a line a kind", async () => {
  expect(found.size).toBeGreaterThanOrEqual(60);
  const lines = [...found].map(([name, [learnt, scored]]) => `| ${cell(name)} | ${cell(learnt)} | ${cell(scored)} |`);
  const text = [
    "# Bad data",
    "",
    "What Kiln makes of a table of 90 good rows (91 lines) with one thing wrong, when it learns from it and when a healthy pipeline scores it.",
    "`data.maxRejects` is 5 here; unreadable rows are listed with line and reason, more than the limit are a refusal. Rendered by its test.",
    "",
    "| kind | `kiln generate` | `kiln score` |",
    "| --- | --- | --- |",
    ...lines,
    "",
  ].join("\n");
  await expect(text).toMatchFileSnapshot(join(root, "docs/bad-data.md"));
});
