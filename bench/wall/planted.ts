import { existsSync, readFileSync, readdirSync } from "node:fs";
import { candidateOfFile } from "../../generator/judge/candidate-of-file.ts";
import { examine } from "../../generator/judge/examine.ts";
import { sameValue } from "../../generator/judge/same-value.ts";
import type { Program, Row, RunResult, Sandbox, StepValue } from "../../generator/types.ts";
import { plantedChanges } from "../diff/plant.ts";
import { ticketRows } from "./tickets.ts";

interface Noticed {
  readonly planted: number;
  readonly byCases: number;
}

type Cases = Readonly<Record<string, readonly { readonly row: Row; readonly expected: StepValue }[]>>;

const folder = "../shared/candidates/";
const alone = { rowDeclaration: "", rowTexts: new Set<string>() };
/** Bugs that are counted, at most. */
const most = 40;

/**
 * Plants bugs in functions that a model wrote with cases of its own, one at a time, and counts those that its cases notice. A bug counts
 * only if it changes the answer for some row of the example. Null where the functions are not beside the repository.
 */
export async function noticedBugs(sandbox: Sandbox): Promise<Noticed | null> {
  if (!existsSync(folder)) return null;
  const cases: Cases = JSON.parse(readFileSync(`${folder}cases.json`, "utf8"));
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  const texts = new Map(files.map((file) => [`steps/${file}`, readFileSync(folder + file, "utf8")]));
  const rows = ticketRows(1200).map(textsOf);
  const counted: boolean[] = [];
  for (const { path, text } of await plantedChanges(texts, 20)) {
    const [was, is] = [await programOf(texts.get(path)!), await programOf(text)];
    if (was === null || is === null || counted.length === most) continue;
    const own = cases[path.slice("steps/".length, -".ts".length)] ?? [];
    const asked = own.map(({ row }) => textsOf(row));
    const [before, after] = await sandbox.run([was, is], rows, "once");
    if (sameAnswers(before!, after!)) continue;
    const [right, wrong] = await sandbox.run([was, is], asked, "once");
    counted.push(!sameAnswers(right!, wrong!));
  }
  return { planted: counted.length, byCases: counted.filter(Boolean).length };
}

const names = Object.keys(ticketRows(1)[0]!);

/** The row as these functions declare it: every cell a text. */
function textsOf(row: Row): Row {
  return Object.fromEntries(names.map((name) => [name, String(row[name] ?? "")]));
}

async function programOf(text: string): Promise<Program | null> {
  const verdict = await examine(candidateOfFile("planted.ts", text), alone);
  return verdict.ok ? verdict.program : null;
}

function sameAnswers(one: RunResult, other: RunResult): boolean {
  return one.ok && other.ok && one.values.every((value, i) => sameValue(value, other.values[i]!));
}
