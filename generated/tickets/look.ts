import type { Explained } from "./explain.ts";
import { type CategoryIndex, categoryKey } from "./runtime.ts";

/** What `trace`, `explain` and `onStep` of every pipeline tell of its steps. */

export type StepKind = "normalizer" | "encoder" | "lexicon" | "classifier" | "feature" | "ridge" | "forest" | "calibration";

/** A step of the pipeline: where its text stands, and which columns of the forest's input it fills. */
export interface Source {
  readonly step: string;
  readonly kind: StepKind;
  /** From the folder of the pipeline, and the line, from 1. */
  readonly file: string;
  readonly line: number;
  /** Its columns: the first, and how many. */
  readonly at: number;
  readonly columns: number;
  /** Least and greatest number that it gave in training, rounded outwards to three digits; null for what is no single number. */
  readonly range: readonly [low: number, high: number] | null;
}

/** What is unusual about a value: there is none, the step abstains, training never saw such a number or category, no word is known. */
export type Note = "missing" | "abstained" | "out of range" | "unknown category" | "no known word";

/** What one step said of a row. */
export interface TraceEntry {
  readonly step: string;
  readonly kind: StepKind;
  readonly value: unknown;
  readonly file: string;
  readonly line: number;
  readonly note: Note | null;
}

/** How far one step moves the answer for one row. */
export interface Contribution extends Omit<TraceEntry, "kind"> {
  /** "rounding" is what is left of the answer below the precision of the others: less than a millionth of a millionth of the scale. */
  readonly kind: StepKind | "rounding";
  readonly effect: number;
  /** The same by the columns of the step that have an effect. */
  readonly columns: readonly { readonly column: string; readonly value: number | null; readonly effect: number }[];
}

/** An entry of a trace. */
export function traceEntry(
  { step, kind, file, line, range }: Source,
  value: unknown,
  note: Note | null = noteOf(kind, value, range),
): TraceEntry {
  return { step, kind, value, file, line, note };
}

/** The note of a category, whose shares do not say whether training has seen it. */
export function categoryNote(category: CategoryIndex, cell: string | null): Note | null {
  if (cell === null) return "missing";
  return category.shares.has(categoryKey(cell)) ? null : "unknown category";
}

/** Contributions of steps, the largest first: the effects of each step's columns summed, which is exact. */
export function contributionsOf(
  sources: readonly Source[],
  entries: readonly TraceEntry[],
  { effects, calibration, rounding }: Explained,
): readonly Contribution[] {
  const moved = sources.map((source, k): Contribution => {
    const columns = effects.slice(source.at, source.at + source.columns);
    const effect = source.kind === "calibration" ? calibration : columns.reduce((sum, one) => sum + one.effect, 0);
    return { ...entries[k]!, effect, columns: columns.filter((one) => one.effect !== 0) };
  });
  const rest: Contribution = {
    step: "rounding",
    kind: "rounding",
    value: null,
    file: "explain.ts",
    line: 1,
    note: null,
    effect: rounding,
    columns: [],
  };
  return [...moved, rest].filter(({ effect }) => effect !== 0).sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
}

function noteOf(kind: StepKind, value: unknown, range: readonly [number, number] | null): Note | null {
  if (kind === "forest" || kind === "calibration") return null;
  if (value === null) return kind === "normalizer" ? "missing" : "abstained";
  if (typeof value === "number") return isOutside(value, range) ? "out of range" : null;
  if (typeof value !== "object") return null;
  const held: readonly unknown[] = Object.values(value);
  if (kind === "classifier") return held.includes("unknown") ? "abstained" : null;
  if (held.every((one) => one === null)) return kind === "lexicon" ? "no known word" : "missing";
  return held.length === 1 && isOutside(held[0], range) ? "out of range" : null;
}

function isOutside(value: unknown, range: readonly [number, number] | null): boolean {
  return range !== null && typeof value === "number" && (value < range[0] || value > range[1]);
}
