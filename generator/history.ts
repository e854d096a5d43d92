import { mistakes } from "./mistakes.ts";
import type { RoundInput } from "./round.ts";
import { matricesWith } from "./state.ts";
import type { History } from "./asking.ts";
import type { CandidateRecord, Task } from "./types.ts";
import { measure } from "./weigh/arm.ts";

/** What a round learns of the earlier ones; empty before the first round of steps has happened. */
export async function historyOf({ round, state, plan, ports }: RoundInput): Promise<History> {
  const kept = state.records.flatMap(({ candidate: { name, kind, rationale }, outcome }) =>
    outcome.kind === "kept" ? [{ name, kind, rationale, lift: sizeOf(outcome.evidence.lift, state.dataset.task) }] : [],
  );
  const refused = latest(state.records).flatMap(({ candidate: { name, kind, rationale }, outcome }) =>
    outcome.kind === "refused" ? [{ name, kind, rationale, reason: reasonOf(outcome) }] : [],
  );
  if (round < 2) return { kept, refused, confusions: [] };
  const field = { ...plan.field, dataset: state.dataset, trainer: ports.trainer };
  const { answers } = await measure(field, matricesWith(state, [], plan), 1);
  return { kept, refused, confusions: mistakes(state.dataset, answers[0]!) };
}

/** The last word on each name: a repaired form replaces its first one. */
function latest(records: readonly CandidateRecord[]): CandidateRecord[] {
  return [
    ...new Map(
      records
        .toSorted((a, b) => Number(a.candidate.origin.repaired) - Number(b.candidate.origin.repaired))
        .map((one) => [one.candidate.name, one]),
    ).values(),
  ];
}

/** Share of rows below which a candidate says too little to be measured. */
const seldom = 0.05;

/** p below which a refused candidate may be right, only said too weakly or of too few rows. */
const promising = 0.1;

/** For a later prompt: what to mend, or what the idea lacks. In words, because figures are for people and change with the last digit. */
function reasonOf({ gate, issues, evidence }: Extract<CandidateRecord["outcome"], { kind: "refused" }>): string {
  if (gate !== "lift" || issues[0].rule === "leak") return `${gate}: ${issues[0].message}`;
  if (evidence === null) return "it answers as another candidate does on every row";
  if (evidence.p < promising) return "perhaps chance: it points the right way, but not by enough, or the kept steps say the same";
  if (evidence.fires < seldom) return "it speaks on too few rows to be measured";
  return "it runs, but the forest is not measurably better with it: what it says is known already, or does not tell the classes apart";
}

/** A lift in a word: figures are for people, and a word does not change with the last digit. */
function sizeOf(lift: number, task: Task): string {
  if (task.kind === "number") return "clear";
  return lift < 0.005 ? "small" : lift < 0.02 ? "clear" : "large";
}
