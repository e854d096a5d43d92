import { member } from "./member.ts";
import type { Plan, Span } from "./plan.ts";
import { askLines, normalized } from "./print-answer.ts";

/** The part of `index.ts` that looks inside: features, trace, explain. */
export function printLook(plan: Plan): string {
  const { learned } = plan;
  const explain =
    learned.task.kind === "number"
      ? `/** How the forest comes to its number, step by step. */
export function explain(row: Row): Explanation {
  const entries = trace(row);
  const value = y[0]!;
  const explained = explainForest(forest, x, 0, value);
  return { value, baseline: explained.baseline, contributions: contributionsOf(sources, entries, explained) };
}`
      : `/** How the forest comes to its probability of a label (of the most probable one, if none is named), step by step. */
export function explain(row: Row, label: Label = predict(row).label): Explanation {
  const entries = trace(row);
  const k = labels.indexOf(label);
  const probability = y[k]!;
  const explained = explainForest(forest, x, k, ${learned.calibration === null ? "" : "shares[k]!, "}probability);
  return { label, probability, baseline: explained.baseline, contributions: contributionsOf(sources, entries, explained) };
}`;
  return `/** What the forest sees of a row. */
export function features(row: Row): Features {
  fill(${normalized(plan)});
  return named(0, columns.length) as Features;
}

/** What every step says of a row, in order, with its place in the source and what is unusual about it. */
export function trace(${plan.normalizers.length === 0 ? "row" : "raw"}: Row): readonly TraceEntry[] {
  ${plan.normalizers.length === 0 ? "" : "const row = normalize(raw);\n  "}fill(row);
  ${askLines(plan).join("\n  ")}
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

function traceLines({ learned, encoders, lexicon, normalizers, steps, ridge }: Plan): string[] {
  const forms = new Map<string, string>();
  const normal = normalizers.map(({ column, local }) => {
    const before = forms.get(column ?? "") ?? member("raw", column ?? "");
    forms.set(column ?? "", `${local}(${before})`);
    return `${local}(${before})`;
  });
  const values = [
    ...normal,
    ...encoders.map(({ encoder: { kind, property }, span }) =>
      kind === "category" ? `${seen(span)}, categoryNote(${member("known", property)}, ${member("row", property)})` : seen(span),
    ),
    ...(lexicon === null ? [] : [seen(lexicon.span)]),
    ...steps.map(({ local }) => `${local}(row)`),
    ...(ridge === null ? [] : [seen(ridge.span)]),
    learned.task.kind === "number" ? "y[0]!" : learned.calibration === null ? "[...y]" : "[...shares]",
    ...(learned.calibration === null ? [] : ["[...y]"]),
  ];
  return values.map((value, k) => `traceEntry(sources[${String(k)}]!, ${value})`);
}

function seen({ at, columns }: Span): string {
  return `named(${String(at)}, ${String(at + columns.length)})`;
}
