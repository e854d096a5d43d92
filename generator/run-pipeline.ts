import { bundleScript } from "./emit/bundle.ts";
import { KilnError } from "./errors.ts";
import type { Program, Row, Sandbox } from "./types.ts";

/** Rows that cross the wall at a time: one row's answer is a few kilobytes of text. */
const together = 4000;

/** What is asked of an emitted pipeline, for each row. */
type Question = "trace" | "explain" | "features";

/** What an emitted folder answers; of a trace the forest's shares under their labels. A row on which its code throws is null. */
interface Answered {
  readonly values: readonly unknown[];
  /** Mean microseconds a row, the way over the wall included. */
  readonly micros: number;
}

/**
 * Runs an emitted folder, as it lies on a disk or in a commit and perhaps edited, inside the sandbox.
 *
 * @param files Text of each file by its path in the folder.
 * @throws {KilnError} "check" when the folder does not compile or its code is stopped by the sandbox.
 */
export async function runPipeline(
  files: ReadonlyMap<string, string>,
  rows: readonly Row[],
  question: Question,
  sandbox: Sandbox,
): Promise<Answered> {
  const script = await bundleScript(files, entryOf(question));
  const program: Program = {
    kind: "feature",
    name: "run",
    column: null,
    source: "",
    js: `${arrays}\n${script}\nconst run = pipeline.run;`,
    returns: { kind: "text" },
    reads: rows.length === 0 ? [] : Object.keys(rows[0]!),
  };
  const values: unknown[] = [];
  const start = performance.now();
  for (let at = 0; at < rows.length; at += together) {
    const [result] = await sandbox.run([program], rows.slice(at, at + together), "once");
    if (!result!.ok) throw new KilnError("check", `the emitted pipeline was stopped: ${result!.issues[0].message}`);
    for (const text of result!.values) values.push(typeof text === "string" ? JSON.parse(text) : null);
  }
  return { values, micros: rows.length === 0 ? 0 : ((performance.now() - start) * 1000) / rows.length };
}

/** Typed arrays, which the sandbox does not have, as lists: the same numbers, because all of them are doubles or small integers. */
const arrays = `
class Float64Array extends Array {
  constructor(from) {
    super();
    if (typeof from === "number") for (let i = 0; i < from; i++) this[i] = 0;
    else for (const one of from) this[this.length] = one;
  }
  static from(items, map) {
    const list = new this(0);
    let i = 0;
    for (const one of items) { list[i] = map === undefined ? one : map(one, i); i++; }
    return list;
  }
  static of(...items) { return this.from(items); }
  set(items, at = 0) { for (let i = 0; i < items.length; i++) this[at + i] = items[i]; }
  subarray(from, to) { return this.slice(from, to); }
}
class Int32Array extends Float64Array {}
class Uint32Array extends Float64Array {}
class Uint16Array extends Float64Array {}
class Uint8Array extends Float64Array {}
`;

/** The entry: one text a row, JSON written by hand because the sandbox has none. */
function entryOf(question: Question): string {
  return `import * as pipeline from "./index.ts";
const escapes = new Map([['"', '\\\\"'], ["\\\\", "\\\\\\\\"]]);
function quoted(text) {
  return '"' + text.replace(/["\\\\\\u0000-\\u001f\\u2028\\u2029\\ud800-\\udfff]/g, (one) => escapes.get(one) ?? "\\\\u" + one.charCodeAt(0).toString(16).padStart(4, "0")) + '"';
}
function json(value) {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "null";
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return "[" + value.map(json).join(",") + "]";
  return "{" + Object.keys(value).map((key) => quoted(key) + ":" + json(value[key])).join(",") + "}";
}
export function run(row) {
  let answer = null;
  try {
    answer = pipeline.${question}({ ...pipeline.emptyRow, ...row });
    const labels = pipeline["labels"];
    const last = answer[answer.length - 1];
    if (labels !== undefined && last !== undefined) answer = [...answer.slice(0, -1), { ...last, value: Object.fromEntries(labels.map((label, k) => [label, last.value[k]])) }];
  } catch { answer = null; }
  return answer === null ? null : json(answer);
}`;
}
