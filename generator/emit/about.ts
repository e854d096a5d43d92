import type { Decision } from "../learned.ts";
import type { Step, Task } from "../types.ts";
import { comment } from "./comment.ts";
import { count, interval, percent, rounded, sentence, signed } from "./figures.ts";

/** What a step says of itself: by whom, why, and what was measured. */
export function aboutStep(
  { candidate, proof, evidence }: Step,
  target: Task["kind"],
  decision: Pick<Decision, "kind" | "reason"> | undefined,
): string[] {
  return [
    authorOf(decision),
    `Why: ${sentence(comment(candidate.rationale))}`,
    `Evidence: ${evidenceLine(evidence, target)}`,
    `Tests: ${proofLine(proof)}`,
  ];
}

function authorOf(decision: Pick<Decision, "kind" | "reason"> | undefined): string {
  if (decision === undefined)
    return "Drafted by a language model, kept because it measured better; review it like hand-written code; edits are kept.";
  const what = decision.kind === "adopted" ? "Adopted: a person edited this text or wrote it" : "Pinned: a person wants this text as it is";
  return `${what}, and new runs keep it; edits are kept. Their reason: ${sentence(comment(decision.reason))}`;
}

/** "lift +0.0123 nats a row [+0.0040, +0.0210] over 15 folds (13 won), adjusted p 0.0031; says something on 12 % of rows, abstains on 88 %." */
export function evidenceLine(evidence: Step["evidence"], target: Task["kind"]): string {
  const { lift, interval: range, adjustedP, foldsWon, folds, fires, abstains } = evidence;
  const unit = target === "class" ? "nats a row" : "squared units a row";
  const silent = abstains === 0 ? "" : `, abstains on ${percent(abstains)}`;
  const p = adjustedP < 0.0001 ? "< 0.0001" : rounded(adjustedP);
  return `lift ${signed(lift)} ${unit} ${interval(range, signed)}, ${String(foldsWon)} of ${count(folds, "fold")} won, adjusted p ${p}; says something on ${percent(fires)} of rows${silent}.`;
}

/** "8 cases, which notice 11 of 12 mutants (12 with 1 row from the data); a typo changes the answer on 3 % of rows." */
export function proofLine({ cases, mutants, dataTests, flips }: Step["proof"]): string {
  const withData =
    dataTests.cases.length === 0 ? "" : ` (${String(dataTests.killed)} with ${count(dataTests.cases.length, "row")} from the data)`;
  const noticed =
    mutants.total === 0 ? "no mutant to notice" : `which notice ${String(mutants.killed)} of ${count(mutants.total, "mutant")}${withData}`;
  const worst = flips.reduce<Step["proof"]["flips"][number] | null>(
    (most, one) => (most === null || one.share > most.share ? one : most),
    null,
  );
  const flip =
    worst === null || worst.share === 0
      ? ""
      : `; the rewrite that changes its answer most often, "${comment(worst.rewrite)}", does so on ${percent(worst.share)} of rows`;
  return `${count(cases, "case")}, ${noticed}${flip}.`;
}
