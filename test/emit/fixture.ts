import type { Learned, Reference } from "../../generator/learned.ts";
import type { Candidate, CandidateRecord, Column, Program, Proof, StepType, TestCase } from "../../generator/types.ts";

/** Text that tries to leave every place in which emitted code may hold it. */
export const hostile = 'it\'s "quoted" `ticked` ${process.exit(1)} */ </script> \\ \u2028 \u202e\ud800 😀\nnext @deprecated | <b>';

const proof: Proof = {
  cases: 2,
  mutants: { killed: 5, total: 6 },
  dataTests: { cases: [], killed: 5 },
  survivors: [{ line: 3, before: "return row.amount > 3;", after: "return row.amount >= 3;" }],
  flips: [{ rewrite: "upper case", share: 0.031 }],
  flipExamples: [
    { rewrite: "upper case", property: "body", before: "Refund <name-qwer>", after: "REFUND <NAME-QWER>", was: true, is: false },
  ],
};
const evidence = {
  lift: 0.01234,
  interval: [0.0041, 0.0206] as const,
  p: 0.0007,
  adjustedP: 0.0084,
  jointP: 0.0009,
  foldsWon: 13,
  folds: 15,
  fires: 0.124,
  abstains: 0.03,
  parts: [
    { part: "team is billing", rows: 180, fires: 0.2, lift: 0.03, interval: [0.01, 0.05] as const },
    { part: "team is cancel", rows: 120, fires: 0.01, lift: -0.02, interval: [-0.03, -0.01] as const },
    { part: "plan is missing", rows: 40, fires: 0.05, lift: -0.001, interval: [-0.01, 0.008] as const },
  ],
  nearest: null,
};

export function column(property: string, kind: Column["kind"], name = property): Column {
  return { name, property, kind, meaning: `What ${property} says.`, send: "shape" };
}

interface Sketch {
  readonly kind: Candidate["kind"];
  readonly name: string;
  readonly column?: string;
  readonly rationale?: string;
  readonly source: string;
  readonly returns: StepType;
  readonly cases?: readonly TestCase[];
  readonly dataCases?: readonly TestCase[];
}

export function candidate({ kind, name, column: of, rationale, source, cases }: Sketch): Candidate {
  return {
    kind,
    name,
    column: of ?? null,
    rationale: rationale ?? `Because ${name} tells.`,
    source,
    cases: cases ?? [],
    origin: { round: 1, repaired: false, reply: "ab".repeat(32), model: "some-model" },
  };
}

export function kept(sketch: Sketch): CandidateRecord {
  const { kind, name, column: of, source, returns } = sketch;
  const program: Program = { kind, name, column: of ?? null, source, js: "", returns, reads: [] };
  const dataCases = sketch.dataCases ?? [];
  const dataTests = { cases: dataCases, killed: proof.mutants.killed + Math.min(1, dataCases.length) };
  const survivors = dataCases.length === 0 ? proof.survivors : [];
  return { candidate: candidate(sketch), outcome: { kind: "kept", program, proof: { ...proof, dataTests, survivors }, evidence } };
}

export function refused(sketch: Sketch, message: string): CandidateRecord {
  return {
    candidate: candidate(sketch),
    outcome: { kind: "refused", gate: "lift", issues: [{ rule: "lift", line: 0, message }], evidence: { ...evidence, lift: -0.001 } },
  };
}

const metrics = [
  { name: "log loss", unit: "nats a row", value: 0.51, interval: [0.45, 0.57], better: "lower" },
  { name: "macro-F1", unit: "", value: 0.8, interval: [0.75, 0.85], better: "higher" },
] as const;

/** What all hand-made pipelines share; each test says what differs. */
export const plain: Learned = {
  pipeline: "plain",
  task: { kind: "class", column: "team", classes: ["billing", "cancel"], sentence: "Which team answers a message." },
  columns: [],
  data: { file: "rows.csv", sha256: "cd".repeat(32), rows: 400, readable: 400, rejects: 1, nulls: [] },
  config: { sha256: "ef".repeat(32), seed: 1, importExtension: "ts" },
  prompts: [{ file: "steps.md", sha256: "01".repeat(32) }],
  replies: [{ request: "ab".repeat(32), stage: "steps 1", model: "some-model", usage: { inputTokens: 100, outputTokens: 50 } }],
  split: { kind: "random", holdoutShare: 0.25, trainRows: 300, holdoutRows: 100, grouped: 4 },
  encoders: [],
  lexicon: null,
  ridge: null,
  calibration: null,
  candidates: [],
  steps: [],
  decisions: [],
  figures: {
    baseline: {
      rows: 100,
      metrics: metrics.map((metric) => ({ ...metric, value: metric.value + (metric.better === "lower" ? 0.1 : -0.01) })),
    },
    result: { rows: 100, metrics },
    difference: [
      { name: "log loss", value: -0.1, interval: [-0.15, -0.04] },
      { name: "macro-F1", value: 0.01, interval: [-0.01, 0.03] },
    ],
    slices: [
      { slice: "team is billing", rows: 60, baseline: [0.6, 0.8], result: [0.4, 0.85], difference: -0.2, interval: [-0.3, -0.1] },
      { slice: "plan is missing", rows: 20, baseline: [0.5, 0.75], result: [0.7, 0.7], difference: 0.2, interval: [0.05, 0.35] },
      { slice: "team is cancel", rows: 40, baseline: [0.65, 0.8], result: [0.6, 0.8], difference: -0.05, interval: [-0.2, 0.1] },
    ],
  },
  importance: [],
  golden: [],
  tradeOff: [],
};

/** What training saw of a tenure, for all hand-made pipelines. */
export const reference: Reference = {
  rows: 300,
  inputs: [{ name: "tenure", bins: { kind: "numbers", cuts: [0, 2], range: [-5, 10] }, counts: [100, 100, 100, 0, 0], targets: [] }],
  steps: [],
  prediction: {
    name: "prediction",
    bins: { kind: "values", values: ["billing", "cancel"] },
    counts: [150, 150, 0, 0],
    targets: [
      [130, 20],
      [10, 140],
      [0, 0],
      [0, 0],
    ],
  },
  slices: [],
};
