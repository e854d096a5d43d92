import type { History } from "../asking.ts";
import type { Candidate, Issue } from "../types.ts";
import { printRows } from "./describe-data.ts";

/** What was kept, one line each. */
export function describeKept(kept: History["kept"]): string {
  return list(kept.map(({ name, kind, rationale, lift }) => `${name} (${kind}, lift ${lift}): ${rationale}`));
}

/** What was refused and why, one line each. */
export function describeRefused(refused: History["refused"]): string {
  return list(refused.map(({ name, kind, rationale, reason }) => `${name} (${kind}): ${rationale} Refused: ${reason}`));
}

/** The largest confusions of the current forest, each with its rows. */
export function describeConfusions(confusions: History["confusions"]): string {
  if (confusions.length === 0) return "(none yet)";
  return confusions
    .map(({ title, wrong, right }) => [`## ${title}`, printRows(wrong), "right, but only just:", printRows(right)].join("\n\n"))
    .join("\n\n");
}

/** A candidate as it was written, and beside each objection the line it means. */
export function describeRefusal({ candidate, issues }: { readonly candidate: Candidate; readonly issues: readonly Issue[] }): string {
  const { kind, name, column, rationale, source, cases } = candidate;
  const lines = source.split("\n");
  const objections = issues.map(({ rule, line, message }) => {
    const text = (lines[line - 1] ?? "").trim();
    return `- ${rule}${line === 0 ? "" : `, line ${line}`}: ${message}${text === "" ? "" : `\n  in: ${text}`}`;
  });
  return [
    `${kind} ${name}${column === null ? "" : ` of ${column}`}`,
    `rationale: ${rationale}`,
    `issues:\n${objections.join("\n")}`,
    `source:\n${source.trimEnd()}`,
    `cases:\n${cases.map((one) => JSON.stringify({ ...one, input: setCells(one.input) })).join("\n")}`,
  ].join("\n\n");
}

/** A row as cases spell it: only what is set. */
function setCells(input: Candidate["cases"][number]["input"]): unknown {
  if (typeof input !== "object" || input === null) return input;
  return Object.entries(input).flatMap(([property, value]) => (value === null ? [] : [{ property, value }]));
}

function list(lines: readonly string[]): string {
  return lines.length === 0 ? "(none yet)" : lines.map((line) => `- ${line.replace(/\s+/g, " ").trim()}`).join("\n");
}
