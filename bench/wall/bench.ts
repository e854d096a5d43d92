import { checkCases } from "../../generator/judge/cases.ts";
import { candidateOfFile } from "../../generator/judge/candidate-of-file.ts";
import { examine, openWorld } from "../../generator/judge/examine.ts";
import { checkMutants } from "../../generator/judge/mutants.ts";
import { checkProperties } from "../../generator/judge/properties.ts";
import { checkRewrites } from "../../generator/judge/rewrites.ts";
import { openSandbox } from "../../generator/judge/sandbox/open-sandbox.ts";
import type { Candidate, Program, Row, Sandbox } from "../../generator/types.ts";
import { attackFile } from "../../test/judge/static/attacks/attack.ts";
import { form } from "../../test/judge/static/attacks/form.ts";
import { growth } from "../../test/judge/static/attacks/growth.ts";
import { loops } from "../../test/judge/static/attacks/loops.ts";
import { reach } from "../../test/judge/static/attacks/reach.ts";
import { state } from "../../test/judge/static/attacks/state.ts";
import { safe } from "../../test/judge/static/regexes.ts";
import { type Figure, median, takingTurns, timed } from "../figure.ts";
import { type Noticed, noticedBugs, textsOf, writtenPrograms } from "./planted.ts";
import { columns, goodCandidates, ticketRows } from "./tickets.ts";

export const about =
  "Cost of judging functions that pass, gate by gate; rows through the sandbox beside the same function called in the process; allowed regular " +
  "expressions on 100 kB; written attacks that are refused by the rule they aim at; and planted bugs that a model's own cases notice, with rows from the data, and with a behaviour diff.";

export async function run(): Promise<readonly Figure[]> {
  const sandbox = openSandbox({});
  try {
    const good = (await goodCandidates(sandbox)).slice(0, 100);
    const bugs = await noticedBugs(sandbox);
    return [
      ...(await costs(good)),
      await throughput(good, sandbox),
      ...(await writtenThroughput(sandbox)),
      await slowestRegex(sandbox),
      ...(await attacks()),
      ...(bugs === null ? [] : bugFigures(bugs)),
    ];
  } finally {
    await sandbox.close();
  }
}

function figure(name: string, unit: string, ours: number, goal: number | null, atLeast = false): Figure {
  const met = goal === null ? null : atLeast ? ours >= goal : ours <= goal;
  const text = goal === null ? "" : `${atLeast ? "≥" : "≤"} ${goal} ${unit}`;
  return { figure: name, unit, ours, peer: null, peerName: null, ratio: null, goal: text, met };
}

/** Goals are for the emitted tests with their rows from the data; the cases alone are what a model wrote. */
function bugFigures({ planted, byCases, withDataTests, withDiff }: Noticed): Figure[] {
  const share = (name: string, noticed: number, goal: number | null): Figure =>
    figure(`planted bugs noticed by ${name}, of ${planted}`, "%", (100 * noticed) / planted, goal, true);
  return [
    share("the candidate's own cases", byCases, null),
    share("these and rows from the data", withDataTests, 90),
    share("these and a behaviour diff on all rows", withDiff, 90),
  ];
}

const gates = ["reading", "cases", "properties", "mutants", "rewrites"] as const;

/** Milliseconds a candidate in a world and a sandbox that are opened anew, so that the first pays for both. */
async function costs(good: readonly Candidate[]): Promise<Figure[]> {
  const sandbox = openSandbox({});
  const rows = ticketRows(300);
  const ports = { sandbox, columns, rows, shown: rows, dataRows: [], mutationBar: 0, flipLimit: 1 };
  const world = openWorld(columns);
  const all: number[][] = [];
  for (const candidate of good) {
    let program: Program | undefined;
    const works = [
      async () => {
        const examined = await examine(candidate, world);
        if (examined.ok) program = examined.program;
      },
      () => checkCases(candidate.cases, program!, ports),
      () => checkProperties(program!, ports),
      () => checkMutants(candidate.cases, program!, ports),
      () => checkRewrites(program!, ports),
    ];
    const times: number[] = [];
    for (const work of works) times.push(...(await timed(1, work)));
    all.push(times);
  }
  await sandbox.close();
  const rest = all.slice(1);
  const mean = (n: number): number => total(all.slice(0, n).map(total)) / Math.min(n, all.length);
  return [
    ...gates.map((gate, g) => figure(`${gate}, from the second candidate on`, "ms, median", median(rest.map((times) => times[g]!)), null)),
    figure("all gates but mutants, from the second on", "ms, median", median(rest.map((times) => total(times) - times[3]!)), 150),
    figure("all gates, from the second on", "ms, median", median(rest.map(total)), 1000),
    ...[1, 20, 100].filter((n) => n <= all.length).map((n) => figure(`all gates, ${n} candidates`, "ms each, mean", mean(n), null)),
  ];
}

function total(times: readonly number[]): number {
  return times.reduce((sum, ms) => sum + ms, 0);
}

/** Several functions with regular expressions over 50,000 rows, in the sandbox and by plain calls, in turns. */
async function throughput(good: readonly Candidate[], sandbox: Sandbox): Promise<Figure> {
  const rows = ticketRows(50_000);
  const world = openWorld(columns);
  const programs: Program[] = [];
  for (const candidate of good) {
    if (!/\/[^/\n]+\/[a-z]*\.test\(/.test(candidate.source) || programs.length === 3) continue;
    const examined = await examine(candidate, world);
    if (examined.ok) programs.push(examined.program);
  }
  return besidePlainCalls(`${programs.length} regex features over 50,000 rows, in the sandbox`, programs, rows, sandbox);
}

/** The same of functions that a model wrote, where they are beside the repository. */
async function writtenThroughput(sandbox: Sandbox): Promise<Figure[]> {
  const programs = await writtenPrograms();
  const name = `${programs.length} functions that a model wrote, over 10,000 rows, in the sandbox`;
  return programs.length === 0 ? [] : [await besidePlainCalls(name, programs, ticketRows(10_000).map(textsOf), sandbox)];
}

async function besidePlainCalls(name: string, programs: readonly Program[], rows: readonly Row[], sandbox: Sandbox): Promise<Figure> {
  const plain = programs.map(({ js, name: own }): ((row: Row) => unknown) => new Function(`"use strict";${js}\nreturn ${own};`)());
  const n = rows.length * programs.length;
  const [ours, calls] = await takingTurns(3, [
    { rows: n, run: () => sandbox.run(programs, rows, "once") },
    { rows: n, run: () => plain.map((f) => rows.map((row) => f(row))) },
  ]);
  const times = ours! / calls!;
  return {
    figure: name,
    unit: "rows/s",
    ours: 1e6 / ours!,
    peer: 1e6 / calls!,
    peerName: "plain calls",
    ratio: 1 / times,
    goal: "within 3×",
    met: times <= 3,
  };
}

const units = ["a", "ab ", "9", "refund ", " ", "a@", "1,", "\n", "é", "-", "charged billed ", "if cancel "];

/** The slowest of the allowed patterns on texts of 100 kB: one answer through the sandbox, the fastest of three. */
async function slowestRegex(sandbox: Sandbox): Promise<Figure> {
  const empty = {
    kind: "feature",
    name: "f",
    column: null,
    source: "",
    returns: { kind: "boolean", nullable: false },
    reads: ["body"],
  } as const;
  const tables = units.map((unit) => [{ body: `${unit.repeat(Math.ceil(100_000 / unit.length)).slice(0, 99_999)}!` }]);
  let slowest = 0;
  for (const pattern of safe) {
    const fresh = new RegExp(pattern.source, pattern.flags.replace("g", ""));
    const program: Program = { ...empty, js: `function f(row) { return ${fresh}.test(row.body); }` };
    for (const rows of tables) {
      const times = await timed(3, () => sandbox.run([program], rows, "once"));
      slowest = Math.max(slowest, Math.min(...times));
    }
  }
  return figure(`slowest of ${safe.length} allowed patterns on ${units.length} texts of 100 kB, wall included`, "ms", slowest, 50);
}

/** Attacks by what they aim at, and the share refused by the rule that they are listed with; then refusals by rule. */
async function attacks(): Promise<Figure[]> {
  const alone = { rowDeclaration: "", rowTexts: new Set<string>() };
  const found: Figure[] = [];
  const byRule = new Map<string, number>();
  for (const [name, list] of Object.entries({ reach, state, loops, growth, form })) {
    let refused = 0;
    for (const [, text, rule] of list) {
      const verdict = await examine(candidateOfFile("attack.ts", attackFile(text)), alone);
      if (verdict.ok || !verdict.issues.some((issue) => issue.rule === rule)) continue;
      refused++;
      byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
    }
    found.push(figure(`attacks by ${name} refused by their rule, of ${list.length}`, "%", (100 * refused) / list.length, 100, true));
  }
  const rules = [...byRule].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return [...found, ...rules.map(([rule, count]) => figure(`attacks refused by ${rule}`, "attacks", count, null))];
}
