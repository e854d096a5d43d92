import type { Change, Column, Issue, Program, Proof, Row, RunResult, Sandbox, StepValue, TestCase } from "../types.ts";
import { briefChange } from "./brief-change.ts";
import { rowOf } from "./cases.ts";
import { noticingRows } from "./data-tests.ts";
import { fueled, unfueled } from "./fuel.ts";
import { drawnRows } from "./hostile.ts";
import { literalRows } from "./literal-rows.ts";
import { makeMutants, type Mutant } from "./make-mutants.ts";
import { sameValue } from "./same-value.ts";

interface Ports {
  readonly sandbox: Sandbox;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Masked real rows that may join the tests of a step; none where that is not asked for. */
  readonly dataRows: readonly Row[];
  /** Least share of code mutants that the cases must notice. */
  readonly mutationBar: number;
}

interface Count {
  readonly killed: number;
  readonly total: number;
}

/** What the candidate's cases notice of small changes. Tables are counted apart from code, and refuse nothing. */
interface MutantReport {
  readonly code: Count;
  readonly tables: Count;
  readonly dataTests: Proof["dataTests"];
  readonly survivors: Proof["survivors"];
  readonly issues: readonly Issue[];
}

/** Most mutants that are run, of code and of tables each; of more, a spread. */
const most = { code: 60, tables: 20 } as const;
const quoted = 5;
/** Unnoticed mutants that a proof keeps. */
const remembered = 3;
/** Rounds of loops in one call, after which a mutant counts as one that does not end. */
const steps = 500_000;
/** Characters of the line that are shown on either side of a change. */
const around = 50;

/**
 * Tests the tests. A mutant that no case notices counts only if some real or drawn row notices it: else it may be no change at all.
 */
export async function checkMutants(cases: readonly TestCase[], program: Program, ports: Ports): Promise<MutantReport> {
  const { js, end } = fueled(program.js, program.name, steps, false);
  const mutants = makeMutants(js, end);
  const code = spread(
    mutants.filter(({ table }) => !table),
    most.code,
  );
  const tables = spread(
    mutants.filter(({ table }) => table),
    most.tables,
  );

  const base: Program = { ...program, js };
  const rows = cases.map(({ input }) => rowOf(input, program, ports.columns));
  const expected = cases.map((one) => one.expected);
  const results = await ports.sandbox.run(
    [...code, ...tables].map((mutant) => mutated(base, mutant)),
    rows,
    "variants",
  );
  const unnoticed = new Set([...code, ...tables].filter((_, k) => !differs(results[k]!, expected)));
  const live = await witnessed(base, [...unnoticed], ports);

  const count = (of: readonly Mutant[]): Count => {
    const killed = of.filter((mutant) => !unnoticed.has(mutant)).length;
    return { killed, total: killed + of.filter((mutant) => live.has(mutant)).length };
  };
  const codeCount = count(code);
  const survivors = code.filter((mutant) => live.has(mutant));
  const low = codeCount.killed < ports.mutationBar * codeCount.total;
  const issues = low ? spread(survivors, quoted).map((mutant) => unnoticedIssue(program, js, mutant, codeCount)) : [];
  const alive = low ? [] : [...code, ...tables].filter((mutant) => live.has(mutant));
  const { cases: dataCases, noticed } = await noticingRows(
    base,
    alive.map((mutant) => ({ program: mutated(base, mutant), change: briefChange(changeOf(program, js, mutant)) })),
    ports,
  );
  const left = survivors.filter((mutant) => !noticed.has(alive.indexOf(mutant)));
  return {
    code: codeCount,
    tables: count(tables),
    dataTests: { cases: dataCases, killed: codeCount.total - left.length },
    survivors: spread(left, remembered).map((mutant) => briefChange(changeOf(program, js, mutant))),
    issues,
  };
}

/** Evenly spread items, at most `size`, in order. */
function spread<T>(items: readonly T[], size: number): readonly T[] {
  if (items.length <= size) return items;
  return Array.from({ length: size }, (_, k) => items[Math.floor((k * items.length) / size)]!);
}

function mutated(program: Program, { from, to, text }: Mutant): Program {
  return { ...program, js: program.js.slice(0, from) + text + program.js.slice(to) };
}

function differs(result: RunResult, expected: readonly StepValue[]): boolean {
  return !result.ok || result.values.some((value, i) => !sameValue(value, expected[i]!));
}

/** Those of the mutants that answer some row otherwise than the program does: a drawn one or a real one. */
async function witnessed(base: Program, mutants: readonly Mutant[], { sandbox, columns, rows }: Ports): Promise<ReadonlySet<Mutant>> {
  const found = new Set<Mutant>();
  // Without real rows as referees, rows of the program's own literals stand in for them.
  const standIns = rows.length === 0 ? [literalRows(unfueled(base.js), columns)] : [];
  for (const witnesses of [...standIns, ...witnessRows(rows, columns)]) {
    const open = mutants.filter((mutant) => !found.has(mutant));
    if (open.length === 0) break;
    const [original, ...results] = await sandbox.run([base, ...open.map((mutant) => mutated(base, mutant))], witnesses, "variants");
    for (const [k, mutant] of open.entries()) if (!original!.ok || differs(results[k]!, original!.values)) found.add(mutant);
  }
  return found;
}

const made = new WeakMap<readonly Row[], readonly (readonly Row[])[]>();
const few = 40;

/** Drawn rows and a few real ones, then the other real ones. Made once a bench, so that they cross the wall once. */
function witnessRows(rows: readonly Row[], columns: readonly Column[]): readonly (readonly Row[])[] {
  const known = made.get(rows);
  if (known !== undefined) return known;
  const all = [[...drawnRows(columns), ...rows.slice(0, few)], rows.slice(few)].filter((list) => list.length > 0);
  made.set(rows, all);
  return all;
}

function unnoticedIssue(program: Program, js: string, mutant: Mutant, { killed, total }: Count): Issue {
  const { line, before, after } = changeOf(program, js, mutant);
  const message = `your tests do not notice this change (they notice ${killed} of ${total}): \`${before}\` → \`${after}\`; add a case whose answer it changes`;
  return { rule: "mutant", line, message };
}

/** The line on which a mutant makes its change, near the change. */
function changeOf(program: Program, js: string, { from, to, text }: Mutant): Change {
  const start = Math.max(js.lastIndexOf("\n", from - 1) + 1, from - around);
  const stop = Math.min(js.indexOf("\n", to), to + around);
  const [before, after] = [js.slice(from, to), text].map((middle) => unfueled(js.slice(start, from) + middle + js.slice(to, stop)));
  const line = lineOf(unfueled(js.slice(from, to)), unfueled(js.slice(0, from)), program.source);
  return { line, before: flat(before!), after: flat(after!) };
}

/** Line of the source on which a piece of the script stands: its next occurrence, counted among equal pieces; 0 where printing differs. */
function lineOf(piece: string, before: string, source: string): number {
  let at = -1;
  for (let k = before.split(piece).length; k > 0; k--) at = source.indexOf(piece, at + 1);
  return at < 0 || source.split(piece).length < before.split(piece).length ? 0 : source.slice(0, at).split("\n").length;
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
