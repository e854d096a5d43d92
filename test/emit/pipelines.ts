import type { Models } from "../../generator/output/models.ts";
import type { Learned } from "../../generator/learned.ts";
import { column, hostile, kept, plain, reference, refused } from "./fixture.ts";
import { forestOf, type Tree } from "./trees.ts";

const amount = kept({
  kind: "normalizer",
  name: "clean_amount",
  column: "amount",
  source: `/** Drops spaces around the amount. */
export function clean_amount(value: string | null): string | null {
  return value === null ? null : value.trim();
}`,
  returns: { kind: "text" },
  cases: [
    { name: "drops spaces", input: " $49 ", expected: "$49" },
    { name: "nothing stays nothing", input: null, expected: null },
  ],
});

/** Named like a function of index.ts. */
const predict = kept({
  kind: "feature",
  name: "predict",
  rationale: hostile,
  source: `const REFUND: readonly RegExp[] = [/refund/u, /money back/u];

/** How many ways of asking for money back the body has. */
export function predict(row: Row): number | null {
  const body = row.body;
  return body === null ? null : REFUND.filter((pattern) => pattern.test(body)).length;
}`,
  returns: { kind: "number", nullable: true },
  cases: [
    { name: hostile, input: { body: `refund ${hostile}`, channel: null }, expected: 1 },
    { name: "no body", input: { body: null }, expected: null },
  ],
  dataCases: [{ name: `notices x → y ${hostile}`, input: { body: "my money back, <name-abcd>", channel: null }, expected: 1 }],
});

/** Named like a function of its own test file. */
const expect = kept({
  kind: "feature",
  name: "expect",
  source: `/** True when the amount is in dollars. */
export function expect(row: Row): boolean {
  return row.amount !== null && row.amount.startsWith("$");
}`,
  returns: { kind: "boolean", nullable: false },
  cases: [{ name: "dollars", input: { amount: "$49" }, expected: true }],
});

const ending = kept({
  kind: "feature",
  name: "endingKind",
  source: `/** How the body ends. */
export function endingKind(row: Row): "question" | "shout" | null {
  if (row.body === null) return null;
  return row.body.endsWith("?") ? "question" : row.body.endsWith("!") ? "shout" : null;
}`,
  returns: { kind: "union", members: ["question", "shout"], nullable: true },
  cases: [{ name: "a question", input: { body: "why?" }, expected: "question" }],
});

const rules = kept({
  kind: "classifier",
  name: "team_rules",
  source: `type Answer = { readonly label: "billing" | "unknown"; readonly confidence: "high" | "medium" | "low" };

/** Billing when money is named. */
export function team_rules(row: Row): Answer {
  if (row.amount !== null) return { label: "billing", confidence: "medium" };
  return { label: "unknown", confidence: "low" };
}`,
  returns: { kind: "class", labels: ["billing"] },
  cases: [{ name: "money", input: { amount: "1" }, expected: { label: "billing", confidence: "medium" } }],
});

/** A stump and a tree of depth 2 over three features. */
const twoTrees: readonly Tree[] = [
  { column: 1, below: 1.5, yes: [3, 1], no: [1, 3] },
  { column: 0, below: -2, yes: [4, 0], no: { column: 2, below: 0.5, yes: [1, 1], no: [0, 2] } },
];

const small: Models = {
  reference,
  learned: {
    ...plain,
    columns: [column("tenure", "number"), column("amount", "text"), column("body", "text")],
    encoders: [{ kind: "number", property: "tenure" }],
    candidates: [predict, expect],
    steps: ["predict", "expect"],
    importance: [
      { name: "tenure", value: 0.2 },
      { name: "predict", value: 0.6 },
      { name: "expect", value: 0.2 },
    ],
    golden: [
      { row: { tenure: 3, amount: "$49", body: "refund or money back" }, features: [3, 2, 1], output: [0.125, 0.875] },
      { row: { tenure: -2.5, amount: null, body: "refund" }, features: [-2.5, 1, 0], output: [0.875, 0.125] },
    ],
  },
  forest: forestOf(["tenure", "predict", "expect"], 2, twoTrees),
};

const labels: Extract<Learned["task"], { kind: "class" }>["classes"] = ["__proto__", "billing", hostile, "constructor", "unknown"];
const five: Models = {
  reference,
  learned: {
    ...plain,
    pipeline: "five",
    task: { kind: "class", column: hostile, classes: labels, sentence: hostile },
    columns: [
      column("created_at", "date"),
      column("channel", "category"),
      column("tenure", "number"),
      { ...column("body", "text", hostile), meaning: hostile },
      column("amount", "text"),
      column("ticket", "id"),
    ],
    data: { ...plain.data, nulls: ["n/a", hostile] },
    encoders: [
      { kind: "date", property: "created_at" },
      {
        kind: "category",
        property: "channel",
        outputs: labels,
        table: [{ value: hostile.toLowerCase(), rows: 3, shares: [0.5, 0, 0.5, 0, 0] }],
        other: [0.25, 0.25, 0.25, 0.25, 0],
      },
      { kind: "number", property: "tenure" },
      { kind: "text", property: "body" },
    ],
    lexicon: {
      properties: ["body", "amount"],
      outputs: ["mean"],
      bias: [0.5],
      entries: [
        ["refund", 2, [0.25]],
        [hostile, 1, [-1]],
      ],
    },
    candidates: [
      amount,
      predict,
      ending,
      rules,
      refused({ kind: "feature", name: "twice", source: "", returns: { kind: "boolean", nullable: false } }, hostile),
    ],
    steps: ["clean_amount", "predict", "endingKind", "team_rules"],
    golden: [
      {
        row: { created_at: "2026-01-05T08:26", channel: "app", tenure: null, body: "refund!", amount: " 7 " },
        features: [1, 1, 8, 0.25, 0.25, 0.25, 0.25, 0, null, 7, 2, 0.75, 1, 0, 1, 2],
        output: [0, 0, 1, 0, 0],
      },
    ],
  },
  forest: forestOf(
    [
      ...["month", "weekday", "hour"].map((part) => `created_at.${part}`),
      ...labels.map((label) => `channel=${label}`),
      "tenure",
      "body.characters",
      "body.words",
      "lexicon=mean",
      "predict",
      "endingKind=question",
      "endingKind=shout",
      "team_rules=billing",
    ],
    5,
    [{ column: 15, below: 1, yes: [1, 1, 0, 0, 0], no: [0, 0, 3, 0, 0] }],
  ),
};

const number: Models = {
  reference,
  learned: {
    ...plain,
    pipeline: "number",
    task: { kind: "number", column: "price", sentence: "What a thing costs." },
    config: { ...plain.config, importExtension: "js" },
    columns: [column("tenure", "number")],
    encoders: [{ kind: "number", property: "tenure" }],
    replies: [],
    ridge: { outputs: ["mean"], bias: [3], terms: [{ column: "tenure", middle: 5, weights: [0.5] }] },
    golden: [
      { row: { tenure: 7 }, features: [7, 4], output: [12.5] },
      { row: { tenure: null }, features: [null, 3], output: [13] },
    ],
  },
  forest: forestOf(["tenure", "ridge=mean"], 1, [
    { column: 0, below: 5, yes: [1], no: [20] },
    { column: 0, below: 9, yes: [5], no: [6] },
  ]),
};

/** The small pipeline with curves that say a share of 7/8 was worth 15/16, and one of 1/8 nothing much. */
const curved: Models = {
  ...small,
  learned: {
    ...small.learned,
    pipeline: "curved",
    calibration: {
      method: "isotonic",
      curves: [
        [
          [0.0625, 0.03125],
          [0.1875, 0.09375],
          [0.5, 0.5],
          [0.75, 0.875],
          [1, 1],
        ],
      ],
      rows: 300,
      before: { logLoss: 0.5, reliability: [{ rows: 300, said: 0.75, right: 0.875 }] },
      after: { logLoss: 0.4, reliability: [{ rows: 300, said: 0.875, right: 0.875 }] },
    },
    golden: small.learned.golden.map((golden, i) => ({
      ...golden,
      output: [
        [0.0625, 0.9375],
        [0.9375, 0.0625],
      ][i]!,
    })),
  },
};

/** Small pipelines that together use everything that can be emitted. */
export const pipelines: ReadonlyMap<string, Models> = new Map([
  ["small", small],
  ["five", five],
  ["number", number],
  ["curved", curved],
]);

/** The trees of the small pipeline, to be asked by hand. */
export const smallTrees = twoTrees;
