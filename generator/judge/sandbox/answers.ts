import type { Program, RunResult, StepType, StepValue } from "../../types.ts";
import type { Reply } from "./child-process.ts";

type Refusal = Extract<RunResult, { readonly ok: false }>;

/** Reads what came over the wall. Nothing of it is believed: count and type of every value are checked once more on this side. */
export function readAnswer(reply: Reply, returns: StepType, n: number, timeoutMs: number): RunResult {
  if (reply.kind === "death") return refuse(reply.death, deaths[reply.death]);
  const { outcome, row, detail, ms } = reply.head as Readonly<Record<"outcome" | "row" | "detail" | "ms", unknown>>;
  if (outcome === "values") {
    const values = readValues(reply.body, returns);
    return values !== null && values.length === n
      ? { ok: true, values, micros: n === 0 || typeof ms !== "number" ? 0 : (ms * 1000) / n }
      : refuse("value", "the answers are not one value of the declared type a row");
  }
  const where = n === 1 ? "" : `on input ${Number(row) + 1} of ${n} `;
  const said = typeof detail === "string" ? detail : "";
  if (outcome === "time-limit")
    return refuse(
      outcome,
      `takes more than ${timeoutMs} ms for ${n} inputs; bound every loop by the length of the input, once, and cut long text with slice first`,
    );
  if (outcome === "throws")
    return refuse(outcome, `${where}it throws ${errorName(said)}; answer for every input, and test for null before use`);
  if (outcome === "value") return refuse(outcome, `${where}it returns ${plain(said)} where ${typeText(returns)} is declared`);
  if (outcome === "load") return refuse("throws", "it fails before its first call; keep only constants and functions at module level");
  return refuse("crash", "it starts work that goes on after it has returned; nothing asynchronous is allowed");
}

/** The answers of variants that ran in one world; null where that world came to an end, or answered another number of them, or one took too long. */
export function readVariants(reply: Reply, programs: readonly Program[], n: number, timeoutMs: number): readonly RunResult[] | null {
  if (reply.kind === "death") return null;
  const raw: unknown = (reply.head as { readonly outcome: unknown }).outcome === "variants" ? JSON.parse(reply.body) : null;
  if (!Array.isArray(raw) || raw.length !== programs.length) return null;
  const heads = raw as readonly { readonly outcome?: unknown; readonly text?: unknown }[];
  if (heads.some((head) => typeof head !== "object" || head === null || head.outcome === "time-limit")) return null;
  return heads.map((head, k) =>
    readAnswer({ kind: "reply", head, body: typeof head.text === "string" ? head.text : "" }, programs[k]!.returns, n, timeoutMs),
  );
}

const deaths = {
  "time-limit": "does not end and cannot be interrupted; keep texts and arrays no longer than the input",
  "memory-limit": "needs more memory than a step may have; keep texts and arrays no longer than the input",
  crash: "ends the process that it runs in",
} as const;

function refuse(rule: string, message: string): Refusal {
  return { ok: false, issues: [{ rule, line: 0, message }] };
}

/** The declared type as a person writes it. */
function typeText(returns: StepType): string {
  if (returns.kind === "text") return "string | null";
  if (returns.kind === "class")
    return `{ label: ${[...returns.labels, "unknown"].map((label) => JSON.stringify(label)).join(" | ")}; confidence: "high" | "medium" | "low" }`;
  const type = returns.kind === "union" ? returns.members.map((member) => JSON.stringify(member)).join(" | ") : returns.kind;
  return returns.nullable ? `${type} | null` : type;
}

/** An error's name, and its message where the engine wrote it and no cell can be in it. */
function errorName(said: string): string {
  const known =
    /^(TypeError|RangeError|ReferenceError|SyntaxError|Error)(: (?:Cannot read properties of (?:null|undefined) \(reading '[\w$]{1,60}'\)|[\w$.]{1,60} is not (?:a function|iterable|defined)|Maximum call stack size exceeded|Cannot assign to read only property '[\w$]{1,60}' of object '#<Object>'|Invalid (?:string|array) length|out of fuel))?/.exec(
      said,
    );
  return known === null ? "something that is no error" : `${known[1]}${known[2] ?? ""}`;
}

function plain(said: string): string {
  return /^[\w ,]{1,80}$/.test(said) ? said : "something else";
}

function readValues(text: string, returns: StepType): StepValue[] | null {
  const raw: unknown = JSON.parse(text);
  if (!Array.isArray(raw)) return null;
  const values: StepValue[] = [];
  for (const item of raw as readonly unknown[]) {
    const value = readValue(item, returns);
    if (value === undefined) return null;
    values.push(value);
  }
  return values;
}

/** The value, or undefined where it is not of the type. */
function readValue(item: unknown, returns: StepType): StepValue | undefined {
  if (returns.kind === "class") {
    if (!Array.isArray(item)) return undefined;
    const [label, confidence] = item as readonly unknown[];
    if (typeof label !== "string" || (label !== "unknown" && !returns.labels.includes(label))) return undefined;
    return confidence === "high" || confidence === "medium" || confidence === "low" ? { label, confidence } : undefined;
  }
  if (item === null) return returns.kind === "text" || returns.nullable ? null : undefined;
  if (returns.kind === "text") return typeof item === "string" ? item : undefined;
  if (returns.kind === "number") return typeof item === "number" && Number.isFinite(item) ? item : undefined;
  if (returns.kind === "boolean") return typeof item === "boolean" ? item : undefined;
  return typeof item === "string" && returns.members.includes(item) ? item : undefined;
}
