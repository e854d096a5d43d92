import type { Learned } from "../learned.ts";
import type { Step, StepValue } from "../types.ts";
import { count, interval, percent, signed } from "./figures.ts";
import { keptStep } from "./kept.ts";
import { code, prose } from "./markdown.ts";

/** Most steps that one sentence names. */
const most = 5;

/** Where a reviewer should look first: what the evidence supports least, one sentence each, never empty. */
export function weakPoints(learned: Learned): string[] {
  const steps = learned.steps.map((name) => keptStep(learned, name));
  const last = "The figures describe rows like those of the file. Whether the rows of tomorrow are still like them, `kiln monitor` says.";
  return [...ofFigures(learned), ...ofSteps(steps), ...ofData(learned), last];
}

function ofFigures({ figures: { difference, result }, steps }: Learned): string[] {
  const unsure = difference.filter(({ interval: [low, high] }) => low <= 0 && high >= 0).map(({ name }) => prose(name));
  const points: string[] = [];
  if (steps.length === 0) points.push("No model-written step earned its place; the baseline is all there is.");
  else if (unsure.length > 0)
    points.push(`On the sealed rows the steps are not shown to help in ${unsure.join(", ")}: the difference may be 0.`);
  if (result.rows < 1000) points.push(`${count(result.rows, "sealed row")} are few, so the intervals are wide.`);
  return points;
}

function ofSteps(steps: readonly Step[]): string[] {
  return [
    ...worst(
      steps,
      "Lift that may be 0",
      ({ evidence }) => -evidence.interval[0],
      0,
      ({ evidence }) => `${signed(evidence.lift)} ${interval(evidence.interval, signed)}`,
    ),
    ...worst(
      steps,
      "Steps that say something on few rows",
      ({ evidence }) => 0.02 - evidence.fires,
      0,
      ({ evidence }) => percent(evidence.fires),
    ),
    ...worst(
      steps,
      "Tests that do not notice every mutant",
      ({ proof }) => (proof.mutants.total - proof.mutants.killed) / Math.max(1, proof.mutants.total),
      0,
      ({ proof: { mutants } }) => `${String(mutants.total - mutants.killed)} of ${String(mutants.total)} missed`,
    ),
    ...worst(
      steps,
      "Steps that change their answer under a harmless rewrite of the row",
      worstFlip,
      0.02,
      (step) => `${percent(worstFlip(step))} of rows`,
    ),
  ];
}

/**
 * What a reviewer should doubt most about one step, as a sentence: of what mutants, rewrites, folds and rows say, the worst. Then changes
 * that no test notices, and cells whose rewrite flips the answer.
 *
 * @param quote Prints code and cells.
 */
export function weakestPoint(step: Pick<Step, "proof" | "evidence">, quote: (text: string) => string): string {
  return [worstPoint(step), ...unnoticed(step.proof, quote), ...flipped(step.proof, quote)].join(" ");
}

function unnoticed({ survivors }: Step["proof"], quote: (text: string) => string): string[] {
  if (survivors.length === 0) return [];
  return [`No test notices ${survivors.map(({ before, after }) => `${quote(before)} → ${quote(after)}`).join("; ")}.`];
}

function flipped({ flipExamples }: Step["proof"], quote: (text: string) => string): string[] {
  const print = (value: StepValue): string => quote(JSON.stringify(value));
  return flipExamples.map(
    ({ rewrite, property, before, after, was, is }) =>
      `Under "${prose(rewrite)}", ${quote(property)} from ${quote(before)} to ${quote(after)}, ${print(was)} becomes ${print(is)}.`,
  );
}

function worstPoint({ proof, evidence }: Pick<Step, "proof" | "evidence">): string {
  const { mutants, dataTests, flips } = proof;
  const missed = mutants.total - dataTests.killed;
  const flip = flips.toSorted((a, b) => b.share - a.share)[0];
  const lost = evidence.folds - evidence.foldsWon;
  const points = [
    {
      size: missed / Math.max(1, mutants.total),
      text: `its tests do not notice ${String(missed)} of ${count(mutants.total, "small change")} to its code.`,
    },
    {
      size: flip?.share ?? 0,
      text: `the harmless rewrite "${prose(flip?.rewrite ?? "")}" changes its answer on ${percent(flip?.share ?? 0)} of rows.`,
    },
    {
      size: lost / Math.max(1, 2 * evidence.folds),
      text: `the forest was no better with it in ${String(lost)} of ${count(evidence.folds, "fold")}.`,
    },
    { size: evidence.fires < 0.02 ? 0.5 : 0, text: `it says something on ${percent(evidence.fires)} of rows only.` },
  ];
  const first = points.toSorted((a, b) => b.size - a.size)[0]!;
  return first.size === 0 ? "none that mutants, rewrites or folds have found." : first.text;
}

/** One sentence that names the steps of which `badness` is above the limit, worst first. */
function worst(
  steps: readonly Step[],
  title: string,
  badness: (step: Step) => number,
  limit: number,
  figure: (step: Step) => string,
): string[] {
  const bad = steps.filter((step) => badness(step) > limit).toSorted((a, b) => badness(b) - badness(a));
  if (bad.length === 0) return [];
  const named = bad.slice(0, most).map((step) => `${code(step.candidate.name)} (${figure(step)})`);
  const more = bad.length > most ? ` and ${String(bad.length - most)} more` : "";
  return [`${title}: ${named.join(", ")}${more}.`];
}

function worstFlip({ proof }: Step): number {
  return proof.flips.reduce((worstShare, { share }) => Math.max(worstShare, share), 0);
}

function ofData({ data: { rows, rejects }, split }: Learned): string[] {
  const points: string[] = [];
  if (rejects > 0) points.push(`${count(rejects, "row")} of ${String(rows + rejects)} could not be read; they are not represented.`);
  if (split.kind === "random") points.push("The split is random, so it does not show how the pipeline ages.");
  return points;
}
