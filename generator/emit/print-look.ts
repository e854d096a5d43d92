import { literal } from "./literal.ts";
import { member } from "./member.ts";
import type { Plan, Span } from "./plan.ts";
import { normalized } from "./print-answer.ts";

/** The part of `index.ts` that looks inside: features, trace, explain. */
export function printLook(plan: Plan): string {
  const { learned } = plan;
  const explain =
    learned.task.kind === "number"
      ? `/** How the forest comes to its number, column by column. */
export function explain(row: Row): Explanation {
  answer(row);
  return { value: y[0]!, ...explainForest(forest, x, 0) };
}`
      : `/** How the forest comes to its probability of a label (of the most probable one, if none is named), column by column. */
export function explain(row: Row, label: Label = predict(row).label): Explanation {
  answer(row);
  const k = labels.indexOf(label);
  return { label, probability: y[k]!, ...explainForest(forest, x, k) };
}`;
  return `/** What the forest sees of a row. */
export function features(row: Row): Features {
  fill(${normalized(plan)});
  return named(0, columns.length) as Features;
}

/** What every step says of a row, in order. */
export function trace(${plan.normalizers.length === 0 ? "row" : "raw"}: Row): readonly TraceEntry[] {
  ${plan.normalizers.length === 0 ? "" : "const row = normalize(raw);\n  "}fill(row);
  forestOutput(trees, x, y);
  return [
    ${traceLines(plan).join(",\n    ")},
  ];
}

${explain}

/** Some columns of \`x\` under their names; missing is null. */
function named(from: number, to: number): Readonly<Record<string, number | null>> {
  const entries = columns.slice(from, to).map((name, k) => [name, x[from + k]!] as const);
  return Object.fromEntries(entries.map(([name, value]) => [name, Number.isNaN(value) ? null : value]));
}`;
}

function traceLines({ learned, encoders, lexicon, normalizers, steps }: Plan): string[] {
  const forms = new Map<string, string>();
  const normal = normalizers.map(({ name, column, local }) => {
    const before = forms.get(column ?? "") ?? member("raw", column ?? "");
    forms.set(column ?? "", `${local}(${before})`);
    return entry(name, "normalizer", `${local}(${before})`);
  });
  return [
    ...normal,
    ...encoders.map(({ encoder, span }) => entry(encoder.property, "encoder", seen(span))),
    ...(lexicon === null ? [] : [entry("lexicon", "lexicon", seen(lexicon.span))]),
    ...steps.map(({ name, kind, local }) => entry(name, kind, `${local}(row)`)),
    entry("forest", "forest", learned.task.kind === "number" ? "y[0]!" : "[...y]"),
  ];
}

function entry(step: string, kind: string, value: string): string {
  return `{ step: ${literal(step)}, kind: ${literal(kind)}, value: ${value} }`;
}

function seen({ at, columns }: Span): string {
  return `named(${String(at)}, ${String(at + columns.length)})`;
}
