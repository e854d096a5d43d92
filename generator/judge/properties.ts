import fc from "fast-check";
import type { Cell, Column, Issue, Program, Row, RunResult, Sandbox, StepValue } from "../types.ts";
import { fueled } from "./fuel.ts";
import { drawing, drawnRows, hostileRows, long, pumpedRows, rowArbitrary } from "./hostile.ts";
import { prefixed } from "./prefixed.ts";
import { regexPumps } from "./pumps.ts";

interface Ports {
  readonly sandbox: Sandbox;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A set of rows and what to call it in an issue; `shown` when its cells are ours to show. */
interface Trial {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly shown: boolean;
  /** How many of the rows, from the first, were written by hand; fast-check can shrink the others. */
  readonly fixed: number;
}

/** What holds for every input: an answer of the declared type, the same each time, in bounded time; and twice normalized is once normalized. */
export async function checkProperties(program: Program, { sandbox, columns, rows }: Ports): Promise<Issue[]> {
  const read = columns.filter(({ property }) => property === program.column || program.reads.includes(property));
  for (const trial of ownTrials(read)) {
    const objections = await holds(program, trial, read, sandbox);
    if (objections.length > 0) return objections;
  }
  // Before real rows, which may be long: what passes this is quick on them too, on any machine.
  const unbounded = await bounded(program, read, sandbox);
  return unbounded.length > 0 ? unbounded : holds(program, { name: "a real row", rows, shown: false, fixed: rows.length }, read, sandbox);
}

async function holds(program: Program, trial: Trial, read: readonly Column[], sandbox: Sandbox): Promise<Issue[]> {
  if (trial.rows.length === 0) return [];
  const [result] = await sandbox.run([program], trial.rows);
  if (!result!.ok) return explain(program, trial, result!.issues, read, sandbox);
  return program.kind === "normalizer" ? idempotent(program, trial, result!.values, sandbox) : [];
}

const known = new Map<string, readonly Trial[]>();

/** The trials over these columns, made once so that they cross the wall once. */
function ownTrials(read: readonly Column[]): readonly Trial[] {
  const key = JSON.stringify(read.map(({ property, kind }) => [property, kind]));
  const made = known.get(key) ?? [
    { name: "hostile or drawn input", rows: [...hostileRows(read), ...drawnRows(read)], shown: true, fixed: hostileRows(read).length },
  ];
  known.set(key, made);
  return made;
}

/** Turns that a call may take over texts of the greatest length; work that grows with the square takes thousands of millions. */
const turns = 5_000_000;
/** Rows of such texts in one run: few, so that the wall's time limit stays far. */
const together = 16;

/** Long texts end soon: by turns counted, which are the same on every machine, and behind that by the wall's own limits. */
async function bounded(program: Program, read: readonly Column[], sandbox: Sandbox): Promise<Issue[]> {
  const counted: Program = { ...program, js: fueled(program.js, program.name, turns, true).js };
  const rows = pumpedRows(read, regexPumps(program.js, long));
  for (let k = 0; k < rows.length; k += together) {
    const trial: Trial = { name: `${long} characters`, rows: rows.slice(k, k + together), shown: true, fixed: together };
    const [result] = await sandbox.run([counted], trial.rows, "once");
    if (result!.ok) continue;
    if (result!.issues[0].message.includes("out of fuel")) return [{ rule: "bounded", line: 0, message: tooManyTurns }];
    return explain(counted, trial, result!.issues, read, sandbox);
  }
  return [];
}

const tooManyTurns = `takes more than ${turns} turns of loops and callbacks for a text of ${long} characters; go over the text once, or cut it with slice(0, 2000) first`;

/** Finds the input that objects, as small as fast-check can make it, and names it where its cells are not anybody's data. */
async function explain(
  program: Program,
  trial: Trial,
  issues: readonly Issue[],
  read: readonly Column[],
  sandbox: Sandbox,
): Promise<Issue[]> {
  const rule = issues[0]!.rule;
  const fails = async (row: Row): Promise<readonly Issue[]> => {
    const [alone] = await sandbox.run([program], [row]);
    return alone!.ok || alone!.issues[0]!.rule !== rule ? [] : alone!.issues;
  };
  if (!trial.shown || rule === "deterministic") return prefixed(issues, `${trial.name}:`);
  for (const row of trial.rows.slice(0, trial.fixed)) {
    const found = await fails(row);
    if (found.length > 0) return named(found, row, program);
  }
  if (trial.fixed < trial.rows.length && rule !== "time-limit") {
    const report = await fc.check(
      fc.asyncProperty(rowArbitrary(read), async (row) => (await fails(row)).length === 0),
      { ...drawing, endOnFailure: false },
    );
    const row = report.counterexample?.[0];
    if (row !== undefined) return named(await fails(row), row, program);
  }
  return prefixed(issues, `${trial.name}:`);
}

function named(issues: readonly Issue[], row: Row, program: Program): Issue[] {
  return prefixed(issues, `for ${printInput(row, program)}`);
}

/** The input as it would stand in a case. */
function printInput(row: Row, program: Program): string {
  if (program.column !== null) return printCell(row[program.column] ?? null);
  const set = Object.entries(row).filter(([, cell]) => cell !== null);
  if (set.length === 0) return "a row of nulls";
  return `{ ${set.map(([property, cell]) => `${property}: ${printCell(cell)}`).join(", ")} }`;
}

/** Long text is told, not shown. */
function printCell(cell: Cell): string {
  if (typeof cell !== "string" || cell.length <= 60) return JSON.stringify(cell);
  return `${JSON.stringify(cell.slice(0, 12))}… (${cell.length} characters)`;
}

async function idempotent(program: Program, trial: Trial, once: readonly StepValue[], sandbox: Sandbox): Promise<Issue[]> {
  const column = program.column ?? "";
  const rows = once.map((value): Row => ({ [column]: typeof value === "string" ? value : null }));
  const [result]: readonly RunResult[] = await sandbox.run([program], rows, "once");
  if (!result!.ok) return prefixed(result!.issues, "given its own answer back,");
  const { values } = result!;
  const at = values.findIndex((value, i) => value !== once[i]);
  if (at < 0) return [];
  const before = trial.shown
    ? `${printInput(trial.rows[at]!, program)} becomes ${short(once[at]!)}, and that ${short(values[at]!)}`
    : `${values.filter((value, i) => value !== once[i]).length} of ${values.length} real cells change again`;
  return [
    { rule: "idempotent", line: 0, message: `normalizing twice is not normalizing once: ${before}; a normalized cell must stay as it is` },
  ];
}

function short(value: StepValue): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}… (${text.length} characters)` : text;
}
