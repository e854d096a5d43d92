import { readFileSync } from "node:fs";
import { openAuthor } from "../../generator/author.ts";
import type { Config } from "../../generator/config.ts";
import type { Loaded } from "../../generator/data/load.ts";
import { split } from "../../generator/data/split.ts";
import { emitPipeline } from "../../generator/emit-pipeline.ts";
import { finish } from "../../generator/finish.ts";
import { examine, openWorld } from "../../generator/judge/examine.ts";
import { forestSettings } from "../../generator/forest-settings.ts";
import { loadConfig } from "../../generator/load-config.ts";
import { loadRows } from "../../generator/load-rows.ts";
import type { Ports } from "../../generator/ports.ts";
import { grown, startState } from "../../generator/state.ts";
import type { Reference } from "../../generator/learned.ts";
import type { Candidate, Dataset, Evidence, Step, StepValue } from "../../generator/types.ts";
import { assignFolds } from "../../generator/weigh/folds.ts";

const shared = new URL("../../../shared/candidates/", import.meta.url);
const names = (
  "cannot_enter charge_complaint code_not_arriving delete_target downstream_victims ending_kind error_family farewell_signal howto_strength " +
  "invoice_direction money_mentions question_share regression_signal speech_act stranger_signal team_rules tech_evidence threat_kind want_vs_broken who_did_it"
).split(" ");

const nothing = { lift: 0, interval: [0, 0], p: 1, adjustedP: 1, jointP: 1, foldsWon: 0, folds: 0 } as const;
const evidence: Evidence = { ...nothing, fires: 0, abstains: 0, parts: [], nearest: null };

/** A pipeline of steps as a language model really wrote them, over the example's rows. */
export interface Subject {
  readonly config: Config;
  readonly dataset: Dataset;
  readonly files: ReadonlyMap<string, string>;
  readonly reference: Reference;
}

/** Emits the pipeline: every candidate that reads as a step joins, whatever its lift; the study is about review, not about lift. */
export async function openSubject(ports: Ports, rows: number, candidates: readonly Candidate[] = sharedCandidates()): Promise<Subject> {
  const config = await loadConfig(new URL("../../examples/tickets/kiln.config.ts", import.meta.url).pathname);
  const loaded = await loadRows(config);
  const parts = split(loaded.dataset, { kind: "random", holdout: 0.25, seed: 1 });
  const steps: { step: Step; values: readonly StepValue[] }[] = [];
  const world = openWorld(parts.train.columns);
  for (const candidate of candidates) {
    const { name } = candidate;
    const examined = await examine(candidate, world);
    if (!examined.ok) throw new Error(`${name}: ${examined.issues[0].message}`);
    const [run] = await ports.sandbox.run([examined.program], parts.train.rows, "once");
    if (!run!.ok) throw new Error(`${name}: ${run!.issues[0].message}`);
    const dataTests = { cases: [], killed: 0 };
    const proof = { cases: 0, mutants: { killed: 0, total: 0 }, dataTests, survivors: [], flips: [], flipExamples: [] };
    steps.push({ step: { candidate, program: examined.program, proof, evidence }, values: run!.values });
  }
  const records = steps.map(({ step: { candidate, ...rest } }) => ({ candidate, outcome: { kind: "kept" as const, ...rest } }));
  const models = await finish({
    config,
    loaded,
    split: parts,
    state: grown(startState(parts.train), steps, records),
    plan: {
      field: {
        outputs: 6,
        folds: assignFolds(parts.train, { kind: "random", folds: 5, repeats: 1, seed: 1 }),
        forest: forestSettings(config.forest, parts.train, 1),
      },
      bar: { confidence: 0.95, minLift: 0, seed: 1 },
      share: 1,
      ridge: true,
    },
    author: openAuthor(config, ports),
    decisions: [],
    ports,
  });
  const artifacts = await emitPipeline(models, config.generated, false);
  return {
    config,
    dataset: firstRows(loaded, rows),
    files: new Map(artifacts.map(({ path, text }) => [path, text])),
    reference: models.reference,
  };
}

function sharedCandidates(): Candidate[] {
  return names.map((name) => featureOf(name, sourceOf(name)));
}

/** The candidate's text for cells that may be null; nothing else is changed. */
function sourceOf(name: string): string {
  const text = readFileSync(new URL(`${name}.ts`, shared), "utf8").replace(/^export interface Row.*\n/m, "");
  const labels = [...new Set([...text.slice(text.indexOf("export function f(")).matchAll(/"([a-z_]+)"/g)].map((found) => found[1]!))];
  return text
    .replaceAll(/\brow\.(\w+)/g, (_, property: string) => `(row.${property} ?? "")`)
    .replace(
      /export function f\(row: Row\): string \{/,
      `export function f(row: Row): ${labels.map((label) => JSON.stringify(label)).join(" | ")} {`,
    )
    .replace("export function f(", `/** ${name.replaceAll("_", " ")}. */\nexport function ${name}(`)
    .trim();
}

/** A feature as if a model had written it. */
export function featureOf(name: string, source: string): Candidate {
  return {
    kind: "feature",
    name,
    column: null,
    rationale: name,
    source,
    cases: [],
    origin: { round: 1, repaired: false, reply: "", model: "recorded" },
  };
}

function firstRows({ dataset }: Loaded, n: number): Dataset {
  return {
    ...dataset,
    rows: dataset.rows.slice(0, n),
    target: dataset.target.slice(0, n),
    lines: dataset.lines.slice(0, n),
    groups: dataset.groups.slice(0, n),
    order: dataset.order.slice(0, n),
  };
}
