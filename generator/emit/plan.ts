import type { Encoder, ForestText, Lexicon, Ridge } from "../learning.ts";
import type { Learned } from "../learned.ts";
import type { Column, StepKind, StepType, TestCase } from "../types.ts";
import { aboutStep } from "./about.ts";
import { keptStep } from "./kept.ts";
import { importName, stepFiles } from "./names.ts";

/** A property of the row in emitted code. */
export interface Field {
  readonly property: string;
  readonly kind: "text" | "number" | "date";
  readonly type: "string | null" | "number | null";
  readonly meaning: string;
}

/** Consecutive columns of the forest's input: where the first stands, and the names of all. */
export interface Span {
  readonly at: number;
  readonly columns: readonly string[];
}

/** A kept step with every name that emitted files need. */
export interface PlannedStep {
  readonly kind: StepKind;
  readonly name: string;
  /** File name without ending. */
  readonly file: string;
  /** Identifier under which `index.ts` imports it. */
  readonly local: string;
  /** The property that a normalizer rewrites; null for the other kinds. */
  readonly column: string | null;
  readonly returns: StepType;
  readonly source: string;
  readonly cases: readonly TestCase[];
  /** Masked real rows that join its tests. */
  readonly dataCases: readonly TestCase[];
  /** Its columns; none for a normalizer. */
  readonly span: Span;
  /** Paragraphs of its doc comment. */
  readonly about: readonly string[];
}

/** Everything that printers need, decided. */
export interface Plan {
  readonly learned: Learned;
  readonly forest: ForestText;
  /** Ending of import paths. */
  readonly ext: "ts" | "js";
  readonly fields: readonly Field[];
  /** Texts that count as missing. */
  readonly nulls: readonly string[];
  readonly normalizers: readonly PlannedStep[];
  readonly encoders: readonly { readonly encoder: Encoder; readonly span: Span }[];
  readonly lexicon: { readonly lexicon: Lexicon; readonly span: Span } | null;
  /** Classifiers and features, in the order of their columns. */
  readonly steps: readonly PlannedStep[];
  readonly ridge: { readonly ridge: Ridge; readonly span: Span } | null;
}

/**
 * Decides names, order and layout of everything that is emitted.
 *
 * @param taken Identifiers of `index.ts` that a step's import must not hide.
 * @throws {Error} When the forest's columns are not those of the encoders, the lexicon, the steps and the ridge.
 */
export function plan(learned: Learned, forest: ForestText, taken: ReadonlySet<string>): Plan {
  const place = placer(forest.columns);
  const encoders = learned.encoders.map((encoder) => ({ encoder, span: place(encoderColumns(encoder)) }));
  const lexicon =
    learned.lexicon === null
      ? null
      : { lexicon: learned.lexicon, span: place(learned.lexicon.outputs.map((output) => `lexicon=${output}`)) };
  const files = stepFiles(learned.steps);
  const used = new Set(taken);
  const planned = learned.steps.map((name, i): PlannedStep => {
    const step = keptStep(learned, name);
    const { kind, column, source, cases } = step.candidate;
    const { returns } = step.program;
    const local = importName(name, used);
    used.add(local);
    return {
      kind,
      name,
      file: files[i]!,
      local,
      column,
      returns,
      source,
      cases,
      dataCases: step.proof.dataTests.cases,
      span: place(stepColumns(name, returns)),
      about: aboutStep(
        step,
        learned.task.kind,
        learned.decisions.find((decision) => decision.step === name),
      ),
    };
  });
  const ridge =
    learned.ridge === null ? null : { ridge: learned.ridge, span: place(learned.ridge.outputs.map((output) => `ridge=${output}`)) };
  if (place([]).at !== forest.columns.length)
    throw new Error(`the forest has ${String(forest.columns.length)} columns, the steps make ${String(place([]).at)}`);
  return {
    learned,
    forest,
    ext: learned.config.importExtension,
    fields: learned.columns.filter(({ kind }) => kind !== "id").map(fieldOf),
    nulls: [...new Set(["", ...learned.data.nulls])],
    normalizers: planned.filter(({ kind }) => kind === "normalizer"),
    encoders,
    lexicon,
    steps: planned.filter(({ kind }) => kind !== "normalizer"),
    ridge,
  };
}

/** Gives out places in order, each checked against the names that the forest was trained under. */
function placer(names: readonly string[]): (columns: readonly string[]) => Span {
  let next = 0;
  return (columns) => {
    const at = next;
    next += columns.length;
    columns.forEach((name, k) => {
      if (names[at + k] !== name) throw new Error(`column ${String(at + k)} of the forest is ${String(names[at + k])}; expected ${name}`);
    });
    return { at, columns };
  };
}

function encoderColumns(encoder: Encoder): string[] {
  const { property } = encoder;
  const parts = {
    number: [property],
    date: ["month", "weekday", "hour"].map((part) => `${property}.${part}`),
    text: ["characters", "words"].map((part) => `${property}.${part}`),
  };
  return encoder.kind === "category" ? encoder.outputs.map((output) => `${property}=${output}`) : parts[encoder.kind];
}

function stepColumns(name: string, returns: StepType): string[] {
  if (returns.kind === "text") return [];
  if (returns.kind === "number" || returns.kind === "boolean") return [name];
  return (returns.kind === "union" ? returns.members : returns.labels).map((one) => `${name}=${one}`);
}

function fieldOf({ property, kind, meaning }: Column): Field {
  if (kind === "number") return { property, kind, type: "number | null", meaning };
  return { property, kind: kind === "date" ? "date" : "text", type: "string | null", meaning };
}
