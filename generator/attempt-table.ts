import type { ShownRow } from "./asking.ts";
import type { Effect } from "./effect.ts";
import type { Weighed } from "./measure.ts";
import { table } from "./table.ts";
import type { Attempt } from "./try.ts";
import type { CandidateRecord, Evidence } from "./types.ts";

const head = ["candidate", "kind", "lift", "interval", "p", "fires", "mends", "breaks", "verdict"];
const numbers = new Set([2, 4, 5, 6, 7]);

/** What became of an idea: a line a candidate, why those were refused that were, and rows that they fire on and flip. */
export function attemptTable({ idea, tried, issues }: Attempt): string[] {
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
    ...tried.flatMap(({ record, effect }) => details(record, effect)),
  ];
}

/** The steps as they stand: a line each, and which of them no longer earn their place. */
export function measuredTable(weighed: readonly Weighed[]): string[] {
  if (weighed.length === 0) return ["no step: the baseline stands alone"];
  const rows = weighed.map(({ candidate, edited, evidence, earns, effect }) => [
    candidate.name,
    candidate.kind,
    ...figures(evidence, effect),
    `${earns ? "earns its place" : "adds nothing sure"}${edited ? ", edited" : ""}`,
  ]);
  return table(head, rows, numbers);
}

function figures(evidence: Evidence | null, effect: Effect | null): string[] {
  if (evidence === null || effect === null) return ["", "", "", "", "", ""];
  const { lift, interval, adjustedP } = evidence;
  return [
    signed(lift),
    `[${interval.map(signed).join(", ")}]`,
    adjustedP.toFixed(4),
    ...[effect.fires, effect.mends, effect.breaks].map(({ count }) => String(count)),
  ];
}

function details({ candidate, outcome }: CandidateRecord, effect: Effect | null): string[] {
  const reasons =
    outcome.kind === "refused" ? outcome.issues.map(({ line, message }) => `  ${line > 0 ? `line ${line}: ` : ""}${message}`) : [];
  const examples =
    effect === null ? [] : [...rowsOf("fires on", effect.fires), ...rowsOf("mends", effect.mends), ...rowsOf("breaks", effect.breaks)];
  return ["", `${candidate.name}: ${candidate.rationale}`, ...reasons, ...examples];
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
