import type { Side } from "./sides.ts";
import { saidAt } from "./sides.ts";
import type { TraceEntry } from "./look.ts";
import type { Dataset, Task } from "./types.ts";

/** How one step differs between two sides. */
export interface StepChange {
  readonly step: string;
  readonly kind: TraceEntry["kind"];
  readonly file: string;
  /** "text": its own text differs in more than layout. "follows": it does not, so the change comes from elsewhere. */
  readonly change: "text" | "follows" | "added" | "removed";
  /** Rows whose value differs. */
  readonly rows: readonly number[];
  /** Of the step's own test inputs (on either side), how many are answered otherwise. */
  readonly cases: number;
}

/** How the answers of two sides differ. Row numbers are places in the dataset. */
export interface Flips {
  /** Rows whose probabilities differ at all. */
  readonly moved: number;
  readonly toRight: readonly number[];
  readonly toWrong: readonly number[];
  /** From one wrong label to another; where the truth is unknown, every flip. */
  readonly other: readonly number[];
}

/** A part of the rows and what flips in it. */
export interface SliceFlips {
  readonly slice: string;
  readonly rows: number;
  readonly toRight: number;
  readonly toWrong: number;
  readonly other: number;
}

/** Compares steps by name: what each says of each row. Own texts first, then by rows changed; steps without a change are left out. */
export function compareSteps(
  before: Side,
  after: Side,
  texts: ReadonlySet<string>,
  probes: { readonly before: Side; readonly after: Side },
): StepChange[] {
  const entries = new Map<string, TraceEntry>();
  for (const { traces } of [before, after])
    for (const entry of traces.find((trace) => trace !== null) ?? []) entries.set(entry.step, entry);
  const was = columnsOf(before);
  const is = columnsOf(after);
  const probed = { before: columnsOf(probes.before), after: columnsOf(probes.after) };
  const changes = [...entries.values()]
    .filter(({ kind }) => kind !== "forest" && kind !== "calibration")
    .map(({ step, kind, file }): StepChange => {
      const [old, now] = [was.get(step), is.get(step)];
      const rows = old === undefined || now === undefined ? [] : differing(old, now);
      const cases = differing(probed.before.get(step) ?? [], probed.after.get(step) ?? []).length;
      const change = old === undefined ? "added" : now === undefined ? "removed" : texts.has(file) && isWritten(kind) ? "text" : "follows";
      return { step, kind, file, change, rows, cases };
    });
  return changes
    .filter(({ change, rows }) => change !== "follows" || rows.length > 0)
    .toSorted((a, b) => rank(a) - rank(b) || b.rows.length - a.rows.length || b.cases - a.cases || (a.step < b.step ? -1 : 1));
}

function isWritten(kind: TraceEntry["kind"]): boolean {
  return kind === "normalizer" || kind === "classifier" || kind === "feature";
}

/** Steps whose own text changed come first, then those that people wrote, then what training made. */
function rank({ change, kind }: StepChange): number {
  return (change === "follows" ? 2 : 0) + (isWritten(kind) ? 0 : 1);
}

/** The values of each step as texts, one a row; null where the code threw. */
function columnsOf({ traces }: Side): ReadonlyMap<string, (string | null)[]> {
  const columns = new Map<string, (string | null)[]>();
  traces.forEach((trace, i) => {
    for (const { step, value } of trace ?? []) {
      const column = columns.get(step) ?? Array.from({ length: traces.length }, () => null);
      column[i] = JSON.stringify(value);
      columns.set(step, column);
    }
  });
  return columns;
}

function differing(before: readonly (string | null)[], after: readonly (string | null)[]): number[] {
  return before.flatMap((value, i) => (value === after[i] ? [] : [i]));
}

/**
 * Compares answers.
 *
 * @param truth Label of each row; null where the rows have none, or for a number target: then a flip is a difference of more than 1 %.
 */
export function compareAnswers(before: Side, after: Side, task: Task, truth: readonly (string | null)[] | null): Flips {
  const outputs = task.kind === "class" ? task.classes.length : 1;
  const n = before.traces.length;
  const flips = { toRight: [] as number[], toWrong: [] as number[], other: [] as number[] };
  let moved = 0;
  for (let i = 0; i < n; i++) {
    const [old, now] = [before, after].map(({ answers }) => answers.subarray(i * outputs, (i + 1) * outputs));
    if (old!.every((value, k) => Object.is(value, now![k]))) continue;
    moved++;
    const [was, is] = [saidAt(before, i, task), saidAt(after, i, task)];
    if (task.kind === "number" ? isNear(Number(was), Number(is)) : was === is) continue;
    const right = truth?.[i] ?? undefined;
    if (right !== undefined && is === right) flips.toRight.push(i);
    else if (right !== undefined && was === right) flips.toWrong.push(i);
    else flips.other.push(i);
  }
  return { moved, ...flips };
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.01 * Math.max(Math.abs(a), Math.abs(b));
}

/** Flips in each slice, those with most harm first; slices without a flip are left out. */
export function flipsBySlice(slices: readonly { readonly slice: string; readonly rows: readonly number[] }[], flips: Flips): SliceFlips[] {
  const [right, wrong, other] = [flips.toRight, flips.toWrong, flips.other].map((rows) => new Set(rows));
  return slices
    .map(({ slice, rows }) => ({
      slice,
      rows: rows.length,
      toRight: rows.filter((i) => right!.has(i)).length,
      toWrong: rows.filter((i) => wrong!.has(i)).length,
      other: rows.filter((i) => other!.has(i)).length,
    }))
    .filter(({ toRight, toWrong, other: rest }) => toRight + toWrong + rest > 0)
    .toSorted(
      (a, b) =>
        b.toWrong - b.toRight - (a.toWrong - a.toRight) || b.toWrong - a.toWrong || b.other - a.other || (a.slice < b.slice ? -1 : 1),
    );
}

/** The truth of each row as a label, null where nobody knows it; null for a number target. */
export function truthOf({ task, target }: Dataset): readonly (string | null)[] | null {
  return task.kind === "class" ? Array.from(target, (k) => task.classes[k] ?? null) : null;
}
