import { parse } from "csv-parse/sync";
import { readdirSync, readFileSync } from "node:fs";
import { candidateOfFile } from "../../generator/judge/candidate-of-file.ts";
import { examine, openWorld } from "../../generator/judge/examine.ts";
import type { Candidate, Column, Program, Row, Sandbox } from "../../generator/types.ts";

const numbers = new Set(["tenure_days", "attachments"]);
const texts = new Set(["subject", "body", "order_ref", "amount"]);
export const names = "subject body channel plan country language device order_ref amount created_at tenure_days attachments".split(" ");

/** The columns of examples/tickets that the good functions read. */
export const columns: readonly Column[] = names.map((name) => ({
  name,
  property: name,
  kind: numbers.has(name) ? "number" : texts.has(name) ? "text" : name === "created_at" ? "date" : "category",
  meaning: "",
  send: "values",
}));

export const world = openWorld(columns);

/** Rows of the example, its 1,200 again and again up to `n`, each time with a word more. */
export function ticketRows(n: number): readonly Row[] {
  const records: readonly Record<string, string>[] = parse(readFileSync("examples/tickets/tickets.csv"), { columns: true });
  return Array.from({ length: n }, (_, i) => {
    const record = records[i % records.length]!;
    const again = Math.floor(i / records.length);
    const cells = names.map((name): [string, Row[string]] => {
      const cell = record[name] ?? "";
      if (cell === "") return [name, null];
      return [name, numbers.has(name) ? Number(cell) : name === "body" && again > 0 ? `${cell} ${again}` : cell];
    });
    return Object.fromEntries(cells);
  });
}

const folder = "test/judge/static/good/";

/** The good functions of rows with cases: what each answers for eight rows of the example, and for an empty one. */
export async function goodCandidates(sandbox: Sandbox): Promise<readonly Candidate[]> {
  const picked = ticketRows(400).filter((_, i) => i % 50 === 0);
  const empty = Object.fromEntries(names.map((name) => [name, null]));
  const found: Candidate[] = [];
  for (const file of readdirSync(folder).toSorted()) {
    const source = readFileSync(folder + file, "utf8").replace(/^import type .*\n\n/, "");
    const read = { ...candidateOfFile(file, source), source };
    if (read.kind === "normalizer") continue;
    const examined = await examine(read, world);
    if (!examined.ok) continue;
    const program: Program = examined.program;
    const [result] = await sandbox.run([program], [...picked, empty], "once");
    if (result?.ok !== true) continue;
    const cases = result.values.map((expected, i) => ({ name: `case ${i}`, input: [...picked, empty][i]!, expected }));
    found.push({ ...read, cases });
  }
  return found;
}
