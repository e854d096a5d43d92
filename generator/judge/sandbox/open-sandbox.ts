import type { Program, Row, RunResult, Sandbox, StepValue } from "../../types.ts";
import { sameValue } from "../same-value.ts";
import { readAnswer, readVariants } from "./answers.ts";
import { type Child, type ChildLimits, type Reply, startChild } from "./child-process.ts";
import { namesImport } from "./names-import.ts";
import { backwards, pieces, propertiesOf, table } from "./tables.ts";

/** Limits of the wall. They are for what never ends: an honest step on a busy machine must not come near them. */
interface SandboxOptions extends ChildLimits {
  /** For a run: this, and `rowMs` a row. Then the context is ended. */
  readonly baseMs: number;
  readonly rowMs: number;
  /** Waited on top of that before the process is killed. */
  readonly graceMs: number;
}

const standard: SandboxOptions = { heapMb: 512, residentMb: 1200, frameBytes: 200_000_000, baseMs: 6000, rowMs: 2, graceMs: 3000 };

const pieceRows = 50_000;
/** Rows that are run a second time, in the opposite order and a fresh world; and of these, once more after that. */
const checkedRows = 2000;
const repeatedRows = 100;
/** What a child keeps of tables; least recently used go first. */
const keptBytes = 100_000_000;
const maxText = 64_000_000;

/** Opens the runner of untrusted programs: a process of its own, started at first need and again whenever it had to be killed. */
export function openSandbox(given: Partial<SandboxOptions>): Sandbox {
  const options = { ...standard, ...given };
  let child: Child | null = null;
  let kept = new Map<number, number>();
  let turn: Promise<unknown> = Promise.resolve();
  let lastId = 0;
  const timeoutOf = (rows: readonly Row[]): number => options.baseMs + options.rowMs * rows.length;
  const ids = new WeakMap<readonly Row[], number>();
  const parts = new WeakMap<readonly Row[], readonly (readonly Row[])[]>();
  const checks = new WeakMap<readonly Row[], readonly Row[]>();

  const running = async (): Promise<Child> => {
    if (child?.alive()) return child;
    kept = new Map();
    const first = child === null;
    child = startChild(options);
    if (first) await greet(child, options);
    return child;
  };

  const send = (to: Child, rows: readonly Row[]): number => {
    const id = remember(ids, rows, () => ++lastId);
    const bytes = kept.get(id);
    if (bytes !== undefined) {
      kept.delete(id);
      kept.set(id, bytes);
      return id;
    }
    const { n, properties, texts, bytes: size } = table(id, rows);
    const drop: number[] = [];
    let total = size;
    for (const held of kept.values()) total += held;
    for (const [old, held] of kept) {
      if (total <= keptBytes) break;
      kept.delete(old);
      drop.push(old);
      total -= held;
    }
    to.send({ op: "keep", table: id, n, drop, columns: properties.map((property, c) => [property, texts[c]!.length]) }, texts);
    kept.set(id, size);
    return id;
  };

  const ask = async (program: Program, rows: readonly Row[], variants: readonly Program[] | null): Promise<Reply> => {
    const timeoutMs = timeoutOf(rows);
    const to = await running();
    const properties = program.column === null ? propertiesOf(rows).filter((p) => mayRead(program, p)) : [program.column];
    const head = {
      op: "run",
      table: send(to, rows),
      name: program.name,
      cell: program.column !== null,
      properties,
      returns: program.returns,
      loadMs: options.baseMs,
      timeoutMs,
      maxText,
      variants: variants !== null,
    };
    const body = variants === null ? program.js : JSON.stringify(variants.map(({ js }) => js));
    return to.ask(head, [Buffer.from(body)], options.baseMs + timeoutMs + options.graceMs);
  };

  const once = async (program: Program, rows: readonly Row[], tries: number): Promise<RunResult> => {
    const reply = await ask(program, rows, null);
    if (reply.kind === "death" && tries > 1) return once(program, rows, tries - 1);
    return readAnswer(reply, program.returns, rows.length, timeoutOf(rows));
  };

  /** Variants of one program in one world; each alone where one of them brings the world down. */
  const asVariants = async (programs: readonly Program[], rows: readonly Row[]): Promise<readonly RunResult[]> => {
    const [first] = programs;
    if (first === undefined) return [];
    if (programs.length > 1 && !programs.some(({ js }) => namesImport(js))) {
      const together = turn.then(() => ask(first, rows, programs));
      turn = together.catch(() => undefined);
      const results = readVariants(await together, programs, rows.length, timeoutOf(rows));
      if (results !== null) return results;
    }
    const alone: RunResult[] = [];
    for (const program of programs) alone.push(await runOne(program, rows, "once"));
    return alone;
  };

  const inTurn = (program: Program, rows: readonly Row[]): Promise<RunResult> => {
    const result = turn.then(() => once(program, rows, 2));
    turn = result.catch(() => undefined);
    return result;
  };

  const runOne = async (program: Program, rows: readonly Row[], times: "once" | "twice"): Promise<RunResult> => {
    if (namesImport(program.js))
      return { ok: false, issues: [{ rule: "crash", line: 0, message: "imports something; a step imports nothing" }] };
    const values: StepValue[] = [];
    let total = 0;
    for (const part of remember(parts, rows, () => pieces(rows, pieceRows))) {
      const result = await inTurn(program, part);
      if (!result.ok) return result;
      values.push(...result.values);
      total += result.micros * part.length;
    }
    const micros = total / Math.max(1, rows.length);
    if (times === "once") return { ok: true, values, micros };
    const order = backwards(rows.length, checkedRows);
    order.push(...order.slice(0, repeatedRows));
    const again = await inTurn(
      program,
      remember(checks, rows, () => order.map((i) => rows[i]!)),
    );
    if (!again.ok) return again;
    if (order.every((i, k) => sameValue(values[i]!, again.values[k]!))) return { ok: true, values, micros };
    const message =
      "answers differently for the same input when inputs come in another order; keep nothing between calls (no variable at module level, no g or y flag with test or exec)";
    return { ok: false, issues: [{ rule: "deterministic", line: 0, message }] };
  };

  return {
    async run(programs, rows, times = "twice") {
      if (times === "variants") return asVariants(programs, rows);
      const results: RunResult[] = [];
      for (const program of programs) results.push(await runOne(program, rows, times));
      return results;
    },
    async close() {
      await turn;
      await child?.end();
    },
  };
}

/** The wall must stand before it may judge: a child that cannot answer at all is our failure, not a candidate's. */
async function greet(child: Child, { baseMs }: SandboxOptions): Promise<void> {
  child.send({ op: "keep", table: 0, n: 1, drop: [], columns: [] }, []);
  const returns = { kind: "boolean", nullable: false };
  const head = { op: "run", table: 0, name: "greet", cell: false, properties: [], returns, loadMs: baseMs, timeoutMs: baseMs, maxText };
  const reply = await child.ask(head, [Buffer.from("function greet() { return true; }")], 10 * baseMs);
  if (reply.kind === "reply" && reply.body === "[true]") return;
  throw new Error(`the sandbox does not start: ${child.complaint() || "no answer"}`);
}

/** False only where the text cannot read the property: it neither names it nor takes the row as a whole. */
function mayRead({ js }: Program, property: string): boolean {
  return js.includes(property) || /\bObject\b|\{[^{}]*\.\.\./.test(js);
}

function remember<K extends object, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
