import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { checkCases } from "../../../generator/judge/cases.ts";
import { checkMutants } from "../../../generator/judge/mutants.ts";
import { checkProperties } from "../../../generator/judge/properties.ts";
import { openSandbox } from "../../../generator/judge/sandbox/open-sandbox.ts";
import type { Column, Row, StepType, TestCase } from "../../../generator/types.ts";
import { sharedData } from "../../shared-data.ts";
import { feature } from "./programs.ts";

const sandbox = openSandbox({});
afterAll(() => sandbox.close());

const columns: readonly Column[] = ["amount", "subject", "body"].map((property) => ({
  name: property,
  property,
  kind: "text",
  meaning: "",
  send: "values",
}));

/** As it would be written for a row whose cells can be missing. */
function withNulls(source: string): string {
  return source.replace(/\brow\.(\w+)/g, '(row.$1 ?? "")');
}

const union = (...members: string[]): StepType => ({ kind: "union", members, nullable: false });
const written: readonly (readonly [string, StepType, readonly string[]])[] = [
  ["speech_act", union("ask_status", "ask_how", "ask_possible", "demand", "report", "unknown"), ["body", "subject"]],
  ["who_did_it", union("stranger", "insider", "vendor", "self", "system", "unknown"), ["body", "subject"]],
  ["money_mentions", { kind: "number", nullable: false }, ["body", "subject"]],
];

test("functions and cases as a model writes them hold, and their cases notice four of five changes", async () => {
  const cases = sharedData("../candidates/cases.json");
  if (cases === null) return;
  const all = JSON.parse(readFileSync(cases, "utf8")) as Record<string, { readonly row: Row; readonly expected: TestCase["expected"] }[]>;
  for (const [name, returns, reads] of written) {
    const program = feature(withNulls(readFileSync(sharedData(`../candidates/${name}.ts`)!, "utf8")), returns, reads);
    const own = all[name]!.map(({ row, expected }, i) => ({ name: `${i}`, input: row, expected }));
    const rows = own.map(({ input }) => Object.fromEntries(columns.map(({ property }) => [property, input[property] ?? null])));
    expect(await checkCases(own, program, { sandbox, columns }), name).toStrictEqual([]);
    expect(await checkProperties(program, { sandbox, columns, rows }), name).toStrictEqual([]);
    const { issues } = await checkMutants(own, program, { sandbox, columns, rows, dataRows: [], mutationBar: 0.8 });
    expect(issues, name).toStrictEqual([]);
  }
});
