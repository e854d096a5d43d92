import { readSource } from "./data/read-text.ts";
import { candidateOfFile } from "./judge/candidate-of-file.ts";
import { checkCases } from "./judge/cases.ts";
import { casesOfFile } from "./judge/cases-of-file.ts";
import { columnsOfFile } from "./judge/columns-of-file.ts";
import { examine } from "./judge/examine.ts";
import { checkMutants } from "./judge/mutants.ts";
import { checkProperties } from "./judge/properties.ts";
import type { Candidate, Issue, Row, Sandbox } from "./types.ts";

/** What `kiln judge` says of one file. */
interface FileVerdict {
  readonly file: string;
  readonly verdict: "kept" | "refused";
  readonly issues: readonly Issue[];
  /** Gates that had nothing to look at, each with the reason. */
  readonly skipped: readonly string[];
}

/** A file declares its own `Row`, so nothing is put before it; no training row is known here. */
const ownWorld = { rowDeclaration: "", rowTexts: new Set<string>() };
const withoutCases: readonly string[] = [
  "gate 4 (tests) is skipped: the file has no cases",
  "gate 6 (mutants) is skipped: the file has no cases",
];
/** As `keep.mutationScore` in a config that does not say. */
const mutationBar = 0.8;

/**
 * Puts files through every gate that needs no training rows: form, subset, types, regular expressions, cases, hostile inputs, mutants.
 * Cases stand in the file as `export const cases = […]`.
 */
export async function judgeFiles(files: readonly string[], sandbox: Sandbox): Promise<FileVerdict[]> {
  const verdicts: FileVerdict[] = [];
  for (const file of files) verdicts.push(await judgeFile(file, sandbox));
  return verdicts;
}

async function judgeFile(file: string, sandbox: Sandbox): Promise<FileVerdict> {
  const text = await readSource(file);
  if (text === null) {
    const message = "no readable text there; expected a TypeScript file of at most a megabyte";
    return { file, verdict: "refused", issues: [{ rule: "readable-file", line: 0, message }], skipped: [] };
  }
  const read = candidateOfFile(file, text);
  const { source, cases, issues: misshapen } = casesOfFile(read.source);
  const candidate = { ...read, source, cases, ...(read.kind === "normalizer" ? { column: "value" } : {}) };
  const issues = misshapen.length > 0 ? misshapen : await objections(candidate, sandbox);
  return { file, verdict: issues.length === 0 ? "kept" : "refused", issues, skipped: cases.length === 0 ? withoutCases : [] };
}

async function objections(candidate: Candidate, sandbox: Sandbox): Promise<readonly Issue[]> {
  const examined = await examine(candidate, ownWorld);
  if (!examined.ok) return examined.issues;
  const { program } = examined;
  const { columns, fit, hasNulls } = columnsOfFile(candidate.source);
  const ports = { sandbox: fitting(sandbox, fit), columns, rows: [], dataRows: [], mutationBar };
  const failing = candidate.cases.length === 0 ? [] : await checkCases(candidate.cases, program, ports);
  const counted = hasNulls ? failing : failing.filter(({ rule }) => rule !== "null-case");
  if (counted.length > 0) return counted;
  const properties = await checkProperties(program, ports);
  if (properties.length > 0 || candidate.cases.length === 0) return properties;
  return (await checkMutants(candidate.cases, program, ports)).issues;
}

/** The same sandbox, given only rows that the file's own type allows. */
function fitting(sandbox: Sandbox, fit: (row: Row) => Row): Sandbox {
  const fitted = new WeakMap<readonly Row[], readonly Row[]>();
  return {
    run: (programs, rows, times) => {
      const known = fitted.get(rows) ?? rows.map(fit);
      fitted.set(rows, known);
      return sandbox.run(programs, known, times);
    },
    close: () => sandbox.close(),
  };
}

/** The verdicts as lines, with the refusals counted by their first rule. */
export function verdictLines(verdicts: readonly FileVerdict[]): string[] {
  const lines = verdicts.flatMap(({ file, verdict, issues, skipped }) => [
    `${verdict.padEnd(7)}  ${file}`,
    ...issues.map(({ rule, line, message }) => `         ${line}: ${message} (${rule})`),
    ...(verdict === "kept" ? skipped.map((reason) => `         ${reason}`) : []),
  ]);
  const counts = new Map<string, number>();
  for (const { issues } of verdicts) for (const { rule } of issues.slice(0, 1)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const kept = verdicts.filter(({ verdict }) => verdict === "kept").length;
  const byRule = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([rule, count]) => `${rule} ${count}`);
  return [...lines, `${kept} kept, ${verdicts.length - kept} refused${byRule.length === 0 ? "" : `: ${byRule.join(", ")}`}`];
}
