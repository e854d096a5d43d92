import { existsSync, readFileSync, readdirSync } from "node:fs";
import { goldenRows } from "../../generator/data/golden-rows.ts";
import { pickRows } from "../../generator/data/show.ts";
import { split } from "../../generator/data/split.ts";
import { candidateOfFile } from "../../generator/judge/candidate-of-file.ts";
import { rowOf } from "../../generator/judge/cases.ts";
import { examine } from "../../generator/judge/examine.ts";
import { drawnRows } from "../../generator/judge/hostile.ts";
import { literalRows } from "../../generator/judge/literal-rows.ts";
import { checkMutants } from "../../generator/judge/mutants.ts";
import { sameValue } from "../../generator/judge/same-value.ts";
import { loadConfig } from "../../generator/load-config.ts";
import { loadRows } from "../../generator/load-rows.ts";
import type { Column, Program, Row, RunResult, Sandbox, StepValue, TestCase } from "../../generator/types.ts";
import { plantedChanges } from "../diff/plant.ts";
import { names } from "./tickets.ts";

/** Planted bugs, and how many are noticed by more and more. */
export interface Noticed {
  readonly planted: number;
  readonly byCases: number;
  readonly withDataTests: number;
  readonly withDiff: number;
}

type Cases = Readonly<Record<string, readonly { readonly row: Row; readonly expected: StepValue }[]>>;

/** An accepted function with what its emitted tests hold. */
interface Accepted {
  readonly program: Program;
  readonly cases: readonly TestCase[];
  readonly dataCases: readonly TestCase[];
}

interface Ground {
  readonly columns: readonly Column[];
  /** Training rows that candidates are judged on, the same masked, and every row that a diff compares on. */
  readonly rows: readonly Row[];
  readonly shown: readonly Row[];
  readonly all: readonly Row[];
}

const folder = "../shared/candidates/";
const alone = { rowDeclaration: "", rowTexts: new Set<string>() };
/** Bugs that are counted, at most; and places that are looked at. */
const most = 40;
const places = 200;
const judgedRows = 300;
const mutationBar = 0.8;

/**
 * Plants bugs in functions that a model wrote with cases of its own and that are accepted by them, one bug at a time, and counts those
 * that the cases notice, the rows from the data beside them, and a comparison on all rows. A bug counts only if it changes the answer for
 * some row: a real one, a drawn one, or one of the function's own words. Null where the functions are not beside the repository.
 */
export async function noticedBugs(sandbox: Sandbox): Promise<Noticed | null> {
  if (!existsSync(folder)) return null;
  const ground = await openGround();
  const accepted = await acceptedFunctions(ground, sandbox);
  const texts = new Map([...accepted.keys()].map((path) => [path, readFileSync(folder + path.slice("steps/".length), "utf8")]));
  const found: { readonly byCases: boolean; readonly byData: boolean; readonly byDiff: boolean }[] = [];
  for (const { path, text } of await plantedChanges(texts, places)) {
    const was = accepted.get(path)!;
    const is = await programOf(text);
    if (is === null || found.length === most) continue;
    const differ = async (rows: readonly Row[]): Promise<boolean> => {
      const [before, after] = await sandbox.run([was.program, is], rows, "once");
      return !sameAnswers(before!, after!);
    };
    const ofCases = (cases: readonly TestCase[]): Promise<boolean> =>
      differ(cases.map(({ input }) => rowOf(input, was.program, ground.columns)));
    const byDiff = await differ(ground.all);
    const imagined = [...drawnRows(ground.columns), ...literalRows(was.program.js, ground.columns)].map(textsOf);
    if (!byDiff && !(await differ(imagined))) continue;
    found.push({ byCases: await ofCases(was.cases), byData: await ofCases(was.dataCases), byDiff });
  }
  return {
    planted: found.length,
    byCases: found.filter(({ byCases }) => byCases).length,
    withDataTests: found.filter(({ byCases, byData }) => byCases || byData).length,
    withDiff: found.filter(({ byCases, byData, byDiff }) => byCases || byData || byDiff).length,
  };
}

async function openGround(): Promise<Ground> {
  const config = await loadConfig("examples/tickets/kiln.config.ts");
  const { dataset } = await loadRows(config);
  const { train } = split(dataset, { kind: config.split.kind, holdout: config.split.holdout, seed: config.seed });
  const columns = dataset.columns.filter(({ kind }) => kind !== "id");
  return {
    columns,
    rows: pickRows(train, judgedRows, config.seed).map((i) => textsOf(train.rows[i]!)),
    shown: goldenRows(train, judgedRows, config.seed).map(textsOf),
    all: dataset.rows.map(textsOf),
  };
}

/** Those of the functions whose own cases notice enough of their mutants, by the path of a step. */
async function acceptedFunctions({ columns, rows, shown }: Ground, sandbox: Sandbox): Promise<ReadonlyMap<string, Accepted>> {
  const written: Cases = JSON.parse(readFileSync(`${folder}cases.json`, "utf8"));
  const accepted = new Map<string, Accepted>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ts"))) {
    const program = await programOf(readFileSync(folder + file, "utf8"));
    if (program === null) continue;
    const cases = (written[file.slice(0, -".ts".length)] ?? []).map(({ row, expected }, i) => ({
      name: `case ${i}`,
      input: textsOf(row),
      expected,
    }));
    const { issues, dataTests } = await checkMutants(cases, program, { sandbox, columns, rows, dataRows: shown, mutationBar });
    if (issues.length === 0) accepted.set(`steps/${file}`, { program, cases, dataCases: dataTests.cases });
  }
  return accepted;
}

/** The features and classifiers among the functions. */
export async function writtenPrograms(): Promise<readonly Program[]> {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  const programs = await Promise.all(files.map((file) => programOf(readFileSync(folder + file, "utf8"))));
  return programs.filter((program) => program !== null && program.column === null) as readonly Program[];
}

/** The row as these functions declare it: every cell a text. */
export function textsOf(row: Row): Row {
  return Object.fromEntries(names.map((name) => [name, String(row[name] ?? "")]));
}

async function programOf(text: string): Promise<Program | null> {
  const verdict = await examine(candidateOfFile("planted.ts", text), alone);
  return verdict.ok ? verdict.program : null;
}

function sameAnswers(one: RunResult, other: RunResult): boolean {
  return one.ok && other.ok && one.values.every((value, i) => sameValue(value, other.values[i]!));
}
