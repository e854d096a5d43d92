import { anything, fields, flag, kinds, list, nullable, number, text, type Shape } from "./shape.ts";

const pair = list(number);
const evidence = fields({
  lift: number,
  interval: pair,
  p: number,
  adjustedP: number,
  jointP: number,
  foldsWon: number,
  folds: number,
  fires: number,
  abstains: number,
  parts: list(fields({ part: text, rows: number, fires: number, lift: number, interval: pair })),
  nearest: nullable(fields({ step: text, association: number })),
});

const cases = list(fields({ name: text, input: anything, expected: anything }));

export const candidateShape = fields({
  kind: text,
  name: text,
  column: nullable(text),
  rationale: text,
  source: text,
  cases,
  origin: fields({ round: number, repaired: flag, reply: text, model: text }),
});

const stepType = kinds({
  text: anything,
  number: fields({ nullable: flag }),
  boolean: fields({ nullable: flag }),
  union: fields({ members: list(text), nullable: flag }),
  class: fields({ labels: list(text) }),
});

const program = fields({ kind: text, name: text, column: nullable(text), source: text, js: text, returns: stepType, reads: list(text) });

const proof = fields({
  cases: number,
  mutants: fields({ killed: number, total: number }),
  dataTests: fields({ cases, killed: number }),
  survivors: list(fields({ line: number, before: text, after: text })),
  flips: list(fields({ rewrite: text, share: number })),
  flipExamples: list(fields({ rewrite: text, property: text, before: text, after: text, was: anything, is: anything })),
});

const outcome = kinds({
  kept: fields({ program, proof, evidence }),
  refused: fields({ gate: text, issues: list(fields({ rule: text, line: number, message: text })), evidence: nullable(evidence) }),
});

const encoder = kinds({
  number: fields({ property: text }),
  date: fields({ property: text }),
  text: fields({ property: text }),
  category: fields({ property: text, outputs: list(text), table: list(fields({ value: text, rows: number, shares: pair })), other: pair }),
});

const honesty = fields({ logLoss: number, reliability: list(fields({ rows: number, said: number, right: number })) });
const sliceFigures = fields({ slice: text, rows: number, baseline: pair, result: pair, difference: number, interval: pair });

const arm = fields({
  rows: number,
  metrics: list(fields({ name: text, unit: text, value: number, interval: pair, better: text })),
});

/** What `learned.json` must look like for every reader of it to be safe. */
export const learnedShape: Shape = fields({
  pipeline: text,
  task: kinds({ class: fields({ column: text, classes: list(text), sentence: text }), number: fields({ column: text, sentence: text }) }),
  columns: list(fields({ name: text, property: text, kind: text, meaning: text, send: text })),
  data: fields({ file: text, sha256: text, rows: number, readable: number, rejects: number, nulls: list(text) }),
  config: fields({ sha256: text, seed: number, importExtension: text }),
  prompts: list(fields({ file: text, sha256: text })),
  replies: list(
    fields({ request: text, stage: text, model: text, usage: nullable(fields({ inputTokens: number, outputTokens: number })) }),
  ),
  split: fields({ kind: text, holdoutShare: number, trainRows: number, holdoutRows: number, grouped: number }),
  encoders: list(encoder),
  lexicon: nullable(fields({ properties: list(text), outputs: list(text), bias: pair, entries: list(list(anything)) })),
  ridge: nullable(fields({ outputs: list(text), bias: pair, terms: list(fields({ column: text, middle: number, weights: pair })) })),
  calibration: nullable(fields({ method: text, curves: list(list(pair)), rows: number, before: honesty, after: honesty })),
  candidates: list(fields({ candidate: candidateShape, outcome })),
  steps: list(text),
  decisions: list(fields({ step: text, kind: text, reason: text })),
  figures: fields({
    baseline: arm,
    result: arm,
    difference: list(fields({ name: text, value: number, interval: pair })),
    slices: list(sliceFigures),
  }),
  importance: list(fields({ name: text, value: number })),
  golden: list(fields({ row: fields({}), features: list(nullable(number)), output: pair })),
  tradeOff: list(
    fields({
      trees: number,
      maxDepth: number,
      minLeaf: number,
      loss: number,
      accuracy: nullable(number),
      kilobytes: number,
      microseconds: number,
      fits: flag,
      chosen: flag,
    }),
  ),
});

/** What `forest.json` must look like. */
export const forestShape: Shape = fields({ columns: list(text), outputs: number, pseudo: pair, trees: list(text) });

const bins = kinds({ numbers: fields({ cuts: pair, range: pair }), values: fields({ values: list(text) }) });
const spread = fields({ name: text, bins, counts: pair, targets: list(pair) });

/** What `reference.json` must look like. */
export const referenceShape: Shape = fields({
  rows: number,
  inputs: list(spread),
  steps: list(spread),
  prediction: spread,
  slices: list(fields({ slice: text, counts: list(pair) })),
});
