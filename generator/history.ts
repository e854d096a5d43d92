import { mistakes } from "./outcomes.ts";
import type { RoundInput } from "./round.ts";
import { matricesWith } from "./state.ts";
import type { History } from "./asking.ts";
import type { CandidateRecord, Gate, Task } from "./types.ts";
import { measure } from "./weigh/arm.ts";

/** What a round learns of the earlier ones; empty before the first round of steps has happened. */
export async function historyOf({ round, state, plan, ports }: RoundInput): Promise<History> {
  const kept = state.records.flatMap(({ candidate: { name, kind, rationale }, outcome }) =>
    outcome.kind === "kept" ? [{ name, kind, rationale, lift: sizeOf(outcome.evidence.lift, state.dataset.task) }] : [],
  );
  const refused = latest(state.records).flatMap(({ candidate: { name, kind, rationale }, outcome }) =>
    outcome.kind === "refused" ? [{ name, kind, rationale, reason: reasonOf(outcome.gate, outcome.issues[0].message) }] : [],
  );
  if (round < 2) return { kept, refused, confusions: [], wrong: [] };
  const field = { ...plan.field, dataset: state.dataset, trainer: ports.trainer };
  const { answers } = await measure(field, matricesWith(state, [], plan.field.folds), 1);
  return { kept, refused, ...mistakes(state.dataset, answers[0]!) };
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

/** For a later prompt: what to mend, or that the idea was right but of no use. Figures are for people. */
function reasonOf(gate: Gate, message: string): string {
  return gate === "lift" ? "it runs, but the forest is not measurably better with it" : `${gate}: ${message}`;
}

/** A lift in a word: figures are for people, and a word does not change with the last digit. */
function sizeOf(lift: number, task: Task): string {
  if (task.kind === "number") return "clear";
  return lift < 0.005 ? "small" : lift < 0.02 ? "clear" : "large";
}
