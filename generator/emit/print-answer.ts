import type { Encoder } from "../learning.ts";
import { keyLiteral, literal } from "./literal.ts";
import { member } from "./member.ts";
import type { Plan, PlannedStep } from "./plan.ts";

/** The part of `index.ts` that leads from a row to the forest's answer. */
export function printAnswer(plan: Plan): string {
  const { learned, normalizers } = plan;
  const predict =
    learned.task.kind === "number"
      ? `/** The predicted number. */
export function predict(row: Row, { onStep }: Watch = {}): number {
  if (onStep === undefined) answer(row);
  else for (const entry of trace(row)) onStep(entry);
  return y[0]!;
}`
      : `/** The most probable label and its probability; of equals the first. */
export function predict(row: Row, { onStep }: Watch = {}): Prediction {
  if (onStep === undefined) answer(row);
  else for (const entry of trace(row)) onStep(entry);
  let best = 0;
  for (let k = 1; k < y.length; k++) if (y[k]! > y[best]!) best = k;
  return { label: labels[best]!, probability: y[best]! };
}

/** The probability of every label. */
export function predictProba(row: Row): Readonly<Record<Label, number>> {
  answer(row);
  return { ${(learned.task.classes as readonly string[]).map((label, k) => `${keyLiteral(label)}: y[${String(k)}]!`).join(", ")} };
}`;
  const normalize =
    normalizers.length === 0
      ? ""
      : `

/** The row as the steps see it: every cell in its normal form. */
function normalize(row: Row): Row {
  return { ...row, ${normalForms(normalizers).join(", ")} };
}`;
  return `${predict}

/** Runs every step, each once, and asks the forest: fills \`x\` and \`y\`. */
function answer(row: Row): void {
  fill(${normalized(plan)});
  ${askLines(plan).join("\n  ")}
}${normalize}

/** Fills \`x\` in the order of \`columns\`. */
function fill(row: Row): void {
  ${fillLines(plan).join("\n  ")}
}`;
}

/** Asks the forest about \`x\` and leaves its answer in \`y\`. */
export function askLines({ learned: { calibration } }: Plan): string[] {
  return calibration === null ? ["forestOutput(trees, x, y);"] : ["forestOutput(trees, x, shares);", "calibrate(curves, shares, y);"];
}

/** The row as steps see it, as an expression. */
export function normalized({ normalizers }: Plan): string {
  return normalizers.length === 0 ? "row" : "normalize(row)";
}

/** One property each: its normalizers applied in order. */
function normalForms(normalizers: readonly PlannedStep[]): string[] {
  const forms = new Map<string, string>();
  for (const { column, local } of normalizers) {
    if (column !== null) forms.set(column, `${local}(${forms.get(column) ?? member("row", column)})`);
  }
  return [...forms].map(([column, form]) => `${keyLiteral(column)}: ${form}`);
}

function fillLines(plan: Plan): string[] {
  const { encoders, lexicon, steps, ridge } = plan;
  const texts = textsWithWords(plan);
  return [
    ...(texts.length === 0
      ? []
      : [`const said = { ${texts.map((property) => `${keyLiteral(property)}: wordsOf(${member("row", property)})`).join(", ")} };`]),
    ...encoders.map(({ encoder, span }) => encoderLine(encoder, span.at)),
    ...(lexicon === null
      ? []
      : [
          `lexiconScoresOf(words, [${lexicon.lexicon.properties.map((property) => member("said", property)).join(", ")}], x, ${String(lexicon.span.at)});`,
        ]),
    ...steps.map((step) => stepLine(step)),
    ...(ridge === null ? [] : ["ridgeScores(sums, x);"]),
  ];
}

/** Texts whose words more than one step may look at: they are parted once a row. */
function textsWithWords({ encoders, lexicon }: Plan): string[] {
  const counted = encoders.flatMap(({ encoder }) => (encoder.kind === "text" ? [encoder.property] : []));
  return [...new Set([...counted, ...(lexicon?.lexicon.properties ?? [])])];
}

function encoderLine({ kind, property }: Encoder, at: number): string {
  const cell = member("row", property);
  switch (kind) {
    case "number":
      return `x[${String(at)}] = numberOf(${cell});`;
    case "date":
      return `dateParts(${cell}, x, ${String(at)});`;
    case "text":
      return `textStatisticsOf(${cell}, ${member("said", property)}, x, ${String(at)});`;
    case "category":
      return `categoryShares(${member("known", property)}, ${cell}, x, ${String(at)});`;
  }
}

/** The function of `columns.ts` that turns the step's answer into columns; "" where plain code does. */
export function writerName({ returns }: PlannedStep): string {
  if (returns.kind === "union") return "writeMember";
  if (returns.kind === "class") return "writeConfidence";
  return returns.kind !== "text" && returns.nullable ? "numberOrMissing" : "";
}

function stepLine(step: PlannedStep): string {
  const { returns, local, span } = step;
  const value = `${local}(row)`;
  const at = String(span.at);
  if (returns.kind === "union") return `writeMember(${value}, ${literal(returns.members)}, x, ${at});`;
  if (returns.kind === "class") return `writeConfidence(${value}, ${literal(returns.labels)}, x, ${at});`;
  if (writerName(step) !== "") return `x[${at}] = numberOrMissing(${value});`;
  return `x[${at}] = ${returns.kind === "boolean" ? `Number(${value})` : value};`;
}
