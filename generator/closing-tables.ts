import { changeVerdict } from "./change-verdict.ts";
import { table } from "./table.ts";
import type { Difference, Figures, Learned } from "./learned.ts";
import type { CandidateRecord } from "./types.ts";

/**
 * What became of every candidate: name, kind, lift with its interval, shares of rows on which it fires and abstains, its largest association
 * with another step, verdict and the first reason.
 */
export function candidateTable({ candidates }: Pick<Learned, "candidates">): string[] {
  if (candidates.length === 0) return ["no candidate: the baseline stands alone"];
  const head = ["candidate", "kind", "round", "lift", "interval", "fires", "abstains", "overlap", "verdict", "reason"];
  return table(head, candidates.map(row), new Set([2, 3, 5, 6, 7]));
}

function row({ candidate, outcome }: CandidateRecord): string[] {
  const { name, kind, origin } = candidate;
  const round = `${origin.round}${origin.repaired ? "r" : ""}`;
  const { evidence } = outcome;
  const measured =
    evidence === null
      ? ["", "", "", "", ""]
      : [
          signed(evidence.lift),
          `[${evidence.interval.map(signed).join(", ")}]`,
          `${(100 * evidence.fires).toFixed(0)} %`,
          `${(100 * evidence.abstains).toFixed(0)} %`,
          evidence.nearest?.association.toFixed(2) ?? "",
        ];
  const reason = outcome.kind === "kept" ? `p ${evidence?.adjustedP.toFixed(4)}` : `${outcome.gate}: ${outcome.issues[0].message}`;
  return [name, kind, round, ...measured, outcome.kind, shortened(reason, 60)];
}

/** Figures of baseline and result on the sealed holdout, and their paired difference. */
export function figureTable({ figures, split }: Pick<Learned, "figures" | "split">): string[] {
  const { baseline, result, difference } = figures;
  return [
    `holdout: ${split.holdoutRows} rows that nothing had seen; intervals: 95 %, paired bootstrap`,
    ...table(["figure", "baseline", "result", "difference", ""], figureRows({ before: baseline, after: result, difference })),
  ];
}

/** What accuracy costs in size and time; nothing where nothing was limited. */
export function tradeOffTable({ tradeOff }: Pick<Learned, "tradeOff">): string[] {
  if (tradeOff.length === 0) return [];
  const head = ["trees", "depth", "leaf", "loss", "right", "KB", "µs", ""];
  const rows = tradeOff.map((one) => [
    String(one.trees),
    String(one.maxDepth),
    String(one.minLeaf),
    one.loss.toFixed(4),
    one.accuracy === null ? "" : `${(100 * one.accuracy).toFixed(1)} %`,
    one.kilobytes.toFixed(1),
    one.microseconds.toFixed(2),
    one.chosen ? "chosen" : one.fits ? "" : "over the limits",
  ]);
  return [
    "",
    "forests tried for the limits, by out-of-bag loss; microseconds are counted",
    ...table(head, rows, new Set([0, 1, 2, 3, 4, 5, 6])),
  ];
}

/** One row a figure: of either arm, their paired difference, and what it allows to say. */
export function figureRows({
  before,
  after,
  difference,
}: {
  readonly before: Figures;
  readonly after: Figures;
  readonly difference: readonly Difference[];
}): string[][] {
  return before.metrics.map((was, i) => {
    const is = after.metrics[i];
    const change = difference[i];
    if (is === undefined || change === undefined) throw new Error("the arms have different metrics");
    const verdict = changeVerdict(change.interval, was.better);
    return [was.name, ranged(was), ranged(is), `${signed(change.value)} [${change.interval.map(signed).join(", ")}]`, verdict];
  });
}

function ranged({ value, interval }: { readonly value: number; readonly interval: readonly [number, number] }): string {
  return `${value.toFixed(4)} [${interval.map((end) => end.toFixed(4)).join(", ")}]`;
}

function signed(value: number): string {
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(4)}`;
}

function shortened(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}
