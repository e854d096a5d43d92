import { transform } from "esbuild";
import { KilnError } from "./errors.ts";
import type { TraceEntry } from "./look.ts";
import { runPipeline } from "./run-pipeline.ts";
import type { Row, Sandbox, Task } from "./types.ts";

/** An emitted folder and what it answers for some rows. */
export interface Side {
  readonly files: ReadonlyMap<string, string>;
  /** Trace of each row, the forest's answer last; null where the code throws. */
  readonly traces: readonly (readonly TraceEntry[] | null)[];
  /** n × outputs, row-major, in the classes' order of the task; NaN where the code throws. */
  readonly answers: Float64Array;
  readonly micros: number;
}

/**
 * Runs an emitted folder over rows, behind the wall.
 *
 * @throws {KilnError} "check" when the folder does not compile.
 */
export async function runSide(files: ReadonlyMap<string, string>, rows: readonly Row[], task: Task, sandbox: Sandbox): Promise<Side> {
  if (!files.has("index.ts")) throw new KilnError("check", "the folder has no index.ts; expected an emitted pipeline");
  const { values, micros } = await runPipeline(files, rows, "trace", sandbox);
  const traces = values.map((value) => value as readonly TraceEntry[] | null);
  const outputs = task.kind === "class" ? task.classes.length : 1;
  const answers = new Float64Array(rows.length * outputs).fill(Number.NaN);
  traces.forEach((trace, i) => {
    const said = trace?.at(-1)?.value;
    if (task.kind === "number") answers[i] = typeof said === "number" ? said : Number.NaN;
    else if (typeof said === "object" && said !== null) {
      const shares = new Map(Object.entries(said));
      task.classes.forEach((label, k) => (answers[i * outputs + k] = Number(shares.get(label) ?? 0)));
    }
  });
  return { files, traces, answers, micros };
}

/** The label that the answer for a row is for, or the number as text; null where there is no answer. */
export function saidAt({ answers }: Side, i: number, task: Task): string | null {
  const outputs = task.kind === "class" ? task.classes.length : 1;
  const row = answers.subarray(i * outputs, (i + 1) * outputs);
  if (Number.isNaN(row[0])) return null;
  return task.kind === "class" ? (task.classes[row.indexOf(Math.max(...row))] ?? null) : String(row[0]);
}

/**
 * A text in a form that layout, comments, types, quotes and local names do not change.
 * What does not compile is its own form.
 */
export function canonicalText(text: string): Promise<string> {
  return transform(text, { loader: "ts", minify: true, target: "es2022", legalComments: "none" }).then(
    ({ code }) => code,
    () => text,
  );
}
