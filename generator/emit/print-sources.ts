import type { Reference } from "../learned.ts";
import type { Encoder } from "../learning.ts";
import type { Source } from "../look.ts";
import { literal } from "./literal.ts";
import type { Plan, PlannedStep } from "./plan.ts";

/**
 * `sources.ts`: where each step of the pipeline stands, in the order of a trace.
 *
 * @param texts The other files as they will lie on the disk, formatted, by path: lines are looked up in them.
 */
export function printSources(plan: Plan, reference: Reference, texts: ReadonlyMap<string, string>): string {
  const rows = sourcesOf(plan, reference, texts).map((source) => literal({ ...source }));
  return `
import type { Source } from "./look.${plan.ext}";

/** Where each step stands, in the order of a trace. */
export const sources: readonly Source[] = [
  ${rows.join(",\n  ")},
];
`;
}

function sourcesOf(
  { learned: { calibration }, normalizers, encoders, lexicon, steps, ridge }: Plan,
  { inputs, steps: spreads }: Reference,
  texts: ReadonlyMap<string, string>,
): Source[] {
  const ranges = new Map([...inputs, ...spreads].map(({ name, bins }) => [name, bins.kind === "numbers" ? bins.range : null]));
  const source = (step: string, kind: Source["kind"], file: string, at: number, columns: number, declared: RegExp): Source => ({
    step,
    kind,
    file,
    line: lineOf(texts.get(file) ?? "", declared),
    at,
    columns,
    range: ranges.get(step) ?? null,
  });
  const written = ({ name, kind, file, span }: PlannedStep): Source =>
    source(name, kind, `steps/${file}.ts`, span.at, span.columns.length, declaration(name));
  return [
    ...normalizers.map(written),
    ...encoders.map(({ encoder, span }) => {
      const { file, declared } = encoderPlace(encoder);
      return source(encoder.property, "encoder", file, span.at, span.columns.length, declared);
    }),
    ...(lexicon === null
      ? []
      : [source("lexicon", "lexicon", "lexicon.ts", lexicon.span.at, lexicon.span.columns.length, declaration("lexicon"))]),
    ...steps.map(written),
    ...(ridge === null ? [] : [source("ridge", "ridge", "ridge.ts", ridge.span.at, ridge.span.columns.length, declaration("ridge"))]),
    source("forest", "forest", "forest.ts", 0, 0, declaration("forest")),
    ...(calibration === null ? [] : [source("calibration", "calibration", "calibration.ts", 0, 0, declaration("curves"))]),
  ];
}

/** A category has a table of its own; the other encoders are functions that every pipeline shares. */
function encoderPlace({ kind, property }: Encoder): { readonly file: string; readonly declared: RegExp } {
  if (kind === "category") return { file: "encoders.ts", declared: new RegExp(`^\\s+["']?${property}["']?: \\{`) };
  const functions = { number: "numberOf", date: "dateParts", text: "textStatisticsOf" };
  return { file: "runtime.ts", declared: declaration(functions[kind]) };
}

function declaration(name: string): RegExp {
  return new RegExp(`^export (?:function|const) ${name.replaceAll("$", "\\$")}\\b`);
}

/** The 1-based line on which something is declared. */
function lineOf(text: string, declared: RegExp): number {
  const line = text.split("\n").findIndex((one) => declared.test(one)) + 1;
  if (line === 0) throw new Error(`no line is like ${String(declared)}`);
  return line;
}
