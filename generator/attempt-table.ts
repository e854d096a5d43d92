import type { ShownRow } from "./asking.ts";
import type { Effect } from "./effect.ts";
import { whereLine } from "./emit/where.ts";
import type { Weighed } from "./measure.ts";
import { table } from "./table.ts";
import type { Attempt } from "./try.ts";
import type { CandidateRecord, Evidence, Task } from "./types.ts";

const head = ["candidate", "kind", "lift", "interval", "p", "fires", "abstains", "mends", "breaks", "µs a row", "verdict"];
const numbers = new Set([2, 4, 5, 6, 7, 8, 9]);

/** What became of an idea: a line a candidate, why those were refused that were, and rows that they fire on and flip. */
export function attemptTable({ idea, tried, issues }: Attempt, task: Task): string[] {
  const rows = tried.map(({ record, effect }) => [
    record.candidate.name,
    record.candidate.kind,
    ...figures(record.outcome.evidence, effect),
    record.outcome.kind === "kept" ? "would be kept" : `refused: ${record.outcome.gate}`,
  ]);
  return [
    `“${idea}”`,
    ...(rows.length === 0 ? ["no candidate came back"] : table(head, rows, numbers)),
    ...issues.map((issue) => `  ${issue}`),
    ...tried.flatMap(({ record, effect }) => details(record, effect, task)),
  ];
}

/** The steps as they stand: a line each, and which of them no longer earn their place. */
export function measuredTable(weighed: readonly Weighed[], task: Task): string[] {
  if (weighed.length === 0) return ["no step: the baseline stands alone"];
  const rows = weighed.map(({ candidate, edited, evidence, earns, effect }) => [
    candidate.name,
    candidate.kind,
    ...figures(evidence, effect),
    `${earns ? "earns its place" : "adds nothing sure"}${edited ? ", edited" : ""}`,
  ]);
  const wheres = weighed.map(({ candidate, evidence }) => `${candidate.name}: ${whereLine(evidence, task, plainly)}`);
  return [...table(head, rows, numbers), "", ...wheres];
}

function figures(evidence: Evidence | null, effect: Effect | null): string[] {
  if (evidence === null || effect === null) return Array<string>(8).fill("");
  const { lift, interval, adjustedP, abstains } = evidence;
  return [
    signed(lift),
    `[${interval.map(signed).join(", ")}]`,
    adjustedP.toFixed(4),
    String(effect.fires.count),
    `${(100 * abstains).toFixed(0)} %`,
    String(effect.mends.count),
    String(effect.breaks.count),
    effect.micros.toFixed(1),
  ];
}

function details({ candidate, outcome }: CandidateRecord, effect: Effect | null, task: Task): string[] {
  const reasons =
    outcome.kind === "refused" ? outcome.issues.map(({ line, message }) => `  ${line > 0 ? `line ${line}: ` : ""}${message}`) : [];
  const examples =
    effect === null ? [] : [...rowsOf("fires on", effect.fires), ...rowsOf("mends", effect.mends), ...rowsOf("breaks", effect.breaks)];
  const where = outcome.evidence === null ? [] : [`  ${whereLine(outcome.evidence, task, plainly)}`];
  return ["", `${candidate.name}: ${candidate.rationale}`, ...reasons, ...where, ...examples];
}

function plainly(name: string): string {
  return name;
}

function rowsOf(title: string, { count, shown }: Effect["fires"]): string[] {
  return shown.map((row, i) => `  ${(i === 0 ? `${title} ${count}` : "").padEnd(14)}  ${lineOf(row)}`);
}

/** A row in one line: what it is, then its cells. */
function lineOf({ target, cells }: ShownRow): string {
  const set = cells.flatMap(({ property, text }) => (text === null ? [] : [`${property} ${JSON.stringify(text)}`]));
  const line = `${target} ← ${set.join(", ")}`;
  return line.length <= 160 ? line : `${line.slice(0, 159)}…`;
}

function signed(value: number): string {
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(4)}`;
}
