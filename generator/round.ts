import type { Author } from "./author.ts";
import type { Config } from "./config.ts";
import { historyOf } from "./history.ts";
import { judged } from "./judged.ts";
import type { Ports } from "./ports.ts";
import { grown, matricesWith, namedSteps, onePerColumn, type State } from "./state.ts";
import type { Candidate, CandidateRecord, Issue, Program, Proof, StepValue } from "./types.ts";
import type { Field } from "./weigh/arm.ts";
import { leakOf } from "./weigh/leaks.ts";
import { select, type Selection } from "./weigh/select.ts";
import type { Bar } from "./weigh/terms.ts";

/** How a run weighs. */
export interface Plan {
  readonly field: Omit<Field, "dataset" | "trainer">;
  readonly bar: Bar;
  /** Part of the run's error rate that one round may spend. */
  readonly share: number;
  /** Whether the forest has the columns of a ridge over all others; the same for all that is compared. */
  readonly ridge: boolean;
}

/** What a round works with. */
export interface RoundInput {
  /** 0 asks for normalizers, later ones for classifiers and features. */
  readonly round: number;
  readonly state: State;
  readonly plan: Plan;
  readonly author: Author;
  readonly config: Config;
  readonly ports: Ports;
}

/** A candidate that passed every gate but lift, with what it answers for each training row. */
export interface Passed {
  readonly candidate: Candidate;
  readonly program: Program;
  readonly proof: Proof;
  readonly values: readonly StepValue[];
}

/** One round: ask, judge, have the refused repaired once, judge again, weigh what passed. */
export async function runRound(input: RoundInput): Promise<State> {
  const { round, state, author, config, ports } = input;
  const stage = round === 0 ? "normalizers" : `round ${round}`;
  const tell = (text: string, done = false): void => ports.onStage({ stage, text, done });
  tell("asking for candidates");
  const asked = await author.propose(round, state.dataset, await historyOf(input));
  tell(`judging ${asked.candidates.length} candidates`);
  const first = await judged(asked.candidates, [], input);
  tell(`repairing ${first.refused.length} candidates`);
  const repaired =
    first.refused.length === 0 || !config.author.repair ? [] : (await author.repair(round, state.dataset, first.refused)).candidates;
  const second = await judged(repaired, first.passed, input);
  const passed = [...first.passed, ...second.passed];
  tell(`weighing ${passed.length} candidates`);
  const next = await weighed(passed, [...first.refused, ...second.refused], input);
  const kept = next.steps.length - state.steps.length;
  tell(
    `${asked.candidates.length} candidates, ${repaired.length} came back repaired; ${passed.length} passed the gates, ${kept} kept`,
    true,
  );
  return next;
}

/** A candidate that a gate before lift refused. */
export interface Refused {
  readonly candidate: Candidate;
  readonly gate: Extract<CandidateRecord["outcome"], { kind: "refused" }>["gate"];
  readonly issues: readonly [Issue, ...Issue[]];
}

/** Weighs what passed and is no leak; the state after it, with a record of every candidate. */
export async function weighed(judgedWell: readonly Passed[], before: readonly Refused[], input: RoundInput): Promise<State> {
  const { state, plan, ports } = input;
  const leaks = leaksOf(judgedWell, input);
  const refused = [...before, ...leaks];
  const passed = judgedWell.filter(({ candidate }) => leaks.every((leak) => leak.candidate !== candidate));
  const byName = new Map(passed.map((one) => [one.candidate.name, one]));
  const named = (names: readonly string[]): readonly Passed[] => names.flatMap((name) => byName.get(name) ?? []);
  const candidates = passed.map(({ candidate: { name, kind, source }, values }) => ({ name, kind, values, size: source.length }));
  const selection: Selection =
    passed.length === 0
      ? { kept: [], refused: [], together: null }
      : await select(
          {
            share: plan.share,
            candidates,
            standing: namedSteps(state),
            matricesWith: async (names) => matricesWith(state, named(names), plan),
          },
          { ...plan.field, dataset: state.dataset, trainer: ports.trainer },
          plan.bar,
        );
  const all = selection.kept.flatMap(({ name, evidence }) =>
    named([name]).map(({ values, ...rest }) => ({ step: { ...rest, evidence }, values })),
  );
  const kept = onePerColumn(all, ({ step }) => step.program.column);
  const second = all.filter((one) => !kept.includes(one));
  const records: CandidateRecord[] = [
    ...kept.map(({ step: { candidate, ...rest } }) => ({ candidate, outcome: { kind: "kept" as const, ...rest } })),
    ...second.map(({ step: { candidate, program, evidence } }) => ({
      candidate,
      outcome: { kind: "refused" as const, gate: "lift" as const, issues: [secondNormalizer(program.column)] as const, evidence },
    })),
    ...selection.refused.flatMap(({ name, evidence, issues }) =>
      named([name]).map(({ candidate }) => ({ candidate, outcome: { kind: "refused" as const, gate: "lift" as const, issues, evidence } })),
    ),
    ...refused.map(({ candidate, gate, issues }) => ({ candidate, outcome: { kind: "refused" as const, gate, issues, evidence: null } })),
  ];
  return grown(state, kept, records);
}

/** Candidates that know the target in a way that production cannot. A normalizer reads the one column that it rewrites. */
function leaksOf(passed: readonly Passed[], { state, plan, config: { split, keep, columns } }: RoundInput): Refused[] {
  const apart = split.kind === "group" ? (columns.find(({ name }) => name === split.column)?.property ?? null) : null;
  return passed.flatMap(({ candidate, program: { column, reads }, values }) => {
    const guarded = { values, reads: column === null ? reads : [column] };
    const issue = leakOf(guarded, state.dataset, plan.field.folds[0]!, keep.mostTold, apart);
    return issue === null ? [] : [{ candidate, gate: "lift", issues: [issue] }];
  });
}

function secondNormalizer(column: string | null): Issue {
  return {
    rule: "one-normalizer",
    line: 0,
    message: `a stronger normalizer of ${column} was kept; one to a column, so that each sees what was measured`,
  };
}
