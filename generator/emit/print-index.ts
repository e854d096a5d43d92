import { comment, docComment } from "./comment.ts";
import { sentence } from "./figures.ts";
import { keyLiteral, literal } from "./literal.ts";
import { member } from "./member.ts";
import type { Plan } from "./plan.ts";
import { printAnswer, writerName } from "./print-answer.ts";
import { printLook } from "./print-look.ts";

/** Identifiers of `index.ts` itself; a step of the same name is imported under another. */
export const indexNames: ReadonlySet<string> = new Set(
  (
    "calibrate curves shares categories forest lexicon ridge schema emptyRow parseRow Row RowInput Label Prediction Feature Features TraceEntry Note Watch Explanation Contribution meta " +
    "labels columns predict predictProba features trace explain answer fill normalize named known words sums trees x y row raw label best " +
    "categoryShares dateParts indexCategory indexLexicon indexRidge lexiconScoresOf ridgeScores numberOf textStatisticsOf wordsOf said writeMember writeConfidence numberOrMissing " +
    "decodeForest forestOutput explainForest contributionsOf traceEntry categoryNote sources entries explained onStep Number Float64Array Object undefined NaN"
  ).split(" "),
);

/** `index.ts`: the whole pipeline, in the order in which a row passes through it. */
export function printIndex(plan: Plan): string {
  const parts = [head(plan), imports(plan), types(plan), state(plan), printAnswer(plan), printLook(plan), meta(plan)];
  return `${parts.join("\n\n")}\n`;
}

function head({ learned: { task } }: Plan): string {
  const what = task.kind === "class" ? `one of ${String(task.classes.length)} labels` : "a number";
  return docComment([
    sentence(comment(task.sentence)),
    `Predicts \`${comment(task.column)}\`, ${what}, from one row. The same row gets the same answer in every engine; nothing outside this folder is needed.`,
  ]);
}

function imports(plan: Plan): string {
  const { learned, ext, encoders, lexicon, normalizers, steps, ridge } = plan;
  const categories = encoders.some(({ encoder }) => encoder.kind === "category") ? ["categories"] : [];
  const modules: readonly (readonly [file: string, names: readonly string[]])[] = [
    ["calibrate", learned.calibration === null ? [] : ["calibrate"]],
    ["calibration", learned.calibration === null ? [] : ["curves"]],
    ["columns", stepWriters(plan)],
    ["encoders", categories],
    ["explain", ["explainForest"]],
    ["forest", ["columns", "forest"]],
    ["lexicon", lexicon === null ? [] : ["lexicon"]],
    ["look", [...(categories.length > 0 ? ["categoryNote"] : []), "contributionsOf", "traceEntry", "type Contribution", "type TraceEntry"]],
    ["ridge", ridge === null ? [] : ["ridge"]],
    ["lexicon-scores", lexicon === null ? [] : ["indexLexicon", "lexiconScoresOf"]],
    ["runtime", runtimeNames(plan)],
    ["sources", ["sources"]],
    ...[...normalizers, ...steps].map(
      ({ name, local, file }) => [`steps/${file}`, [local === name ? name : `${name} as ${local}`]] as const,
    ),
    ["walk", ["decodeForest", "forestOutput"]],
  ];
  const lines = modules
    .filter(([, names]) => names.length > 0)
    .map(([file, names]) => `import { ${names.join(", ")} } from "./${file}.${ext}";`);
  return `import type { Row } from "./input.${ext}";
${lines.join("\n")}

export { columns } from "./forest.${ext}";
export { emptyRow, parseRow, schema, type Row, type RowInput } from "./input.${ext}";
export type { Contribution, Note, TraceEntry } from "./look.${ext}";`;
}

/** Functions of runtime.ts that the encoders, the lexicon and the ridge call. */
function runtimeNames({ encoders, lexicon, ridge }: Plan): string[] {
  const kinds = new Set(encoders.map(({ encoder }) => encoder.kind));
  return [
    ...(kinds.has("category") ? ["categoryShares"] : []),
    ...(kinds.has("date") ? ["dateParts"] : []),
    ...(kinds.has("category") ? ["indexCategory"] : []),
    ...(ridge === null ? [] : ["indexRidge"]),
    ...(kinds.has("number") ? ["numberOf"] : []),
    ...(ridge === null ? [] : ["ridgeScores"]),
    ...(kinds.has("text") ? ["textStatisticsOf"] : []),
    ...(kinds.has("text") || lexicon !== null ? ["wordsOf"] : []),
  ];
}

/** Functions of columns.ts that write what the steps answer. */
function stepWriters({ steps }: Plan): string[] {
  const used = new Set(steps.map(writerName));
  return ["numberOrMissing", "writeConfidence", "writeMember"].filter((name) => used.has(name));
}

function types({ learned }: Plan): string {
  const { task } = learned;
  const columns = `/** What the forest sees of a row, by column; null is missing. */
export type Features = Readonly<Record<(typeof columns)[number], number | null>>;

/** What may be asked for beside an answer. */
export interface Watch {
  /** Hears of every step in order: for a logger, or for spans of OpenTelemetry. */
  readonly onStep?: (entry: TraceEntry) => void;
}`;
  if (task.kind === "number") {
    return `${columns}

/** Why the forest says what it says: \`baseline\` and all contributions, in their order, sum to \`value\`, bit for bit. */
export interface Explanation {
  readonly value: number;
  readonly baseline: number;
  /** Largest first. */
  readonly contributions: readonly Contribution[];
}`;
  }
  return `/** What can be answered, in the order of the forest's shares. */
export const labels = ${literal(task.classes)} as const;

export type Label = (typeof labels)[number];

export interface Prediction {
  readonly label: Label;
  /** ${learned.calibration === null ? "Share of the forest that says so" : "What the share of the forest that says so was worth in training"}. */
  readonly probability: number;
}

${columns}

/** Why the forest gives a label its probability: \`baseline\` and all contributions, in their order, sum to it, bit for bit. */
export interface Explanation {
  readonly label: Label;
  readonly probability: number;
  readonly baseline: number;
  /** Largest first. */
  readonly contributions: readonly Contribution[];
}`;
}

function state({ learned, encoders, lexicon, ridge, forest }: Plan): string {
  const categories = encoders.flatMap(({ encoder }) => (encoder.kind === "category" ? [encoder.property] : []));
  const known = categories.map((property) => `${keyLiteral(property)}: indexCategory(${member("categories", property)})`);
  return [
    ...(known.length === 0 ? [] : [`const known = { ${known.join(", ")} };`]),
    ...(lexicon === null ? [] : ["const words = indexLexicon(lexicon);"]),
    ...(ridge === null ? [] : ["const sums = indexRidge(ridge);"]),
    `const trees = decodeForest(forest);

/** The forest's input and output, written anew for every row. */
const x = new Float64Array(${String(forest.columns.length)});
const y = new Float64Array(${String(forest.outputs)});${
      learned.calibration === null
        ? ""
        : `\n/** What the forest says, before it is calibrated. */\nconst shares = new Float64Array(${String(forest.outputs)});`
    }`,
  ].join("\n");
}

function meta({ learned, normalizers, steps }: Plan): string {
  const names = [...normalizers, ...steps].map(({ name, kind, file }) => literal({ name, kind, file: `steps/${file}.ts` }));
  return `/** What this folder is, for logs and pages about it. */
export const meta = {
  pipeline: ${literal(learned.pipeline)},
  target: ${literal(learned.task.column)},
  data: { rows: ${literal(learned.split.trainRows)}, sha256: ${literal(learned.data.sha256)} },
  steps: [${names.join(", ")}],
} as const;`;
}
