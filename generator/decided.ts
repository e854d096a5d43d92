import { KilnError } from "./errors.ts";
import { judged } from "./judged.ts";
import type { Decision } from "./learned.ts";
import type { Passed, RoundInput } from "./round.ts";
import { grown, matricesWith, namedSteps, startState, type State } from "./state.ts";
import type { Candidate, CandidateRecord, Dataset, Evidence, Step } from "./types.ts";
import { select } from "./weigh/select.ts";

/** A step that stays, whose evidence is known or must still be measured. */
export interface Staying {
  readonly candidate: Candidate;
  readonly known: Step | null;
}

/**
 * Applies what people decided to a pipeline that has been learned: rejected steps go, adopted and pinned ones take the place of their
 * name or join. A text that the rounds did not weigh is judged like any candidate, then weighed beside all the others; a person's step
 * stays whatever its lift, which the report then tells.
 *
 * @param train The training rows as they came in.
 * @throws {KilnError} "check" when a gate before lift refuses a text.
 */
export async function decided(decisions: readonly Decision[], train: Dataset, input: RoundInput): Promise<State> {
  if (decisions.length === 0) return input.state;
  const { state, ports } = input;
  ports.onStage({ stage: "decisions", text: `applying ${decisions.length}`, done: false });
  const staying = stayingOf(decisions, state.steps);
  const all = await placedSteps(staying, train, input);
  const steps: { step: Step; passed: Passed }[] = [];
  for (const { passed, known } of all) {
    const evidence =
      known ??
      (
        await weighedBeside(
          passed,
          all.map((one) => one.passed).filter((one) => one !== passed),
          train,
          input,
        )
      ).evidence;
    const { candidate, program, proof } = passed;
    steps.push({ step: { candidate, program, proof, evidence }, passed });
  }
  const final = steps.reduce((grownState, { step, passed }) => grown(grownState, [{ step, values: passed.values }], []), startState(train));
  ports.onStage({ stage: "decisions", text: `${decisions.length} applied; ${steps.length} steps`, done: true });
  return {
    ...final,
    records: recordsOf(
      decisions,
      state.records,
      steps.map(({ step }) => step),
    ),
  };
}

function stayingOf(decisions: readonly Decision[], steps: readonly Step[]): Staying[] {
  const rejected = new Set(decisions.flatMap(({ kind, step }) => (kind === "rejected" ? [step] : [])));
  const own = new Map(decisions.flatMap((one) => (one.kind === "rejected" ? [] : [[one.step, one.candidate] as const])));
  const kept = steps
    .filter(({ candidate }) => !rejected.has(candidate.name))
    .map((step): Staying => {
      const candidate = own.get(step.candidate.name) ?? step.candidate;
      return candidate.source === step.candidate.source ? { candidate: step.candidate, known: step } : { candidate, known: null };
    });
  const there = new Set(kept.map(({ candidate }) => candidate.name));
  return [...kept, ...[...own].flatMap(([name, candidate]) => (there.has(name) ? [] : [{ candidate, known: null }]))];
}

/** A step with its answers for the training rows, and its evidence where that is known. */
interface PlacedStep {
  readonly passed: Passed;
  readonly known: Evidence | null;
}

/**
 * Runs steps over the training rows, normalizers first; texts without evidence pass the gates before.
 *
 * @throws {KilnError} "check" when a gate before lift refuses a text.
 */
export async function placedSteps(staying: readonly Staying[], train: Dataset, input: RoundInput): Promise<PlacedStep[]> {
  const normalizers = staying.filter(({ candidate }) => candidate.kind === "normalizer");
  const others = staying.filter(({ candidate }) => candidate.kind !== "normalizer");
  const first = await placedOf(normalizers, { ...input, state: startState(train) });
  const normalized = withSteps(
    train,
    first.map(({ passed }) => passed),
  );
  return [...first, ...(await placedOf(others, { ...input, state: normalized }))];
}

/** Every step with its answers for the rows of the state; texts without evidence pass the gates first. */
async function placedOf(staying: readonly Staying[], input: RoundInput): Promise<PlacedStep[]> {
  const fresh = await judged(
    staying.flatMap(({ candidate, known }) => (known === null ? [candidate] : [])),
    [],
    { ...input, state: { ...input.state, steps: [] } },
  );
  const [no] = fresh.refused;
  if (no !== undefined) {
    const issues = no.issues.map(({ line, message }) => `${line > 0 ? `line ${line}: ` : ""}${message}`).join("\n  ");
    throw new KilnError("check", `${no.candidate.name}: refused by the gate "${no.gate}"; mend it and accept it again\n  ${issues}`);
  }
  const steps = staying.flatMap(({ known }) => (known === null ? [] : [known]));
  const runs = await input.ports.sandbox.run(
    steps.map(({ program }) => program),
    input.state.dataset.rows,
  );
  return staying.map(({ candidate, known }) => {
    if (known === null) return { passed: fresh.passed.find((one) => one.candidate === candidate)!, known: null };
    const run = runs[steps.indexOf(known)]!;
    if (!run.ok) throw new Error(`${candidate.name} passed its gates and then failed: ${run.issues[0].message}`);
    return { passed: { ...known, values: run.values }, known: known.evidence };
  });
}

/** Evidence of one step beside all the others, and whether it earns its place by it. */
export async function weighedBeside(
  step: Passed,
  others: readonly Passed[],
  train: Dataset,
  { plan, ports }: RoundInput,
): Promise<{ readonly evidence: Evidence; readonly earns: boolean }> {
  const rest = withSteps(train, others);
  const { name, kind, source } = step.candidate;
  const { kept, refused } = await select(
    {
      share: 1,
      candidates: [{ name, kind, values: step.values, size: source.length }],
      standing: namedSteps(rest),
      matricesWith: async (names) => matricesWith(rest, names.length === 0 ? [] : [step], plan),
    },
    { ...plan.field, dataset: rest.dataset, trainer: ports.trainer },
    plan.bar,
  );
  const evidence = kept[0]?.evidence ?? refused[0]?.evidence;
  if (evidence === null || evidence === undefined) throw new Error(`${name} was not weighed`);
  return { evidence, earns: kept.length > 0 };
}

const nothing = { lift: 0, interval: [0, 0], p: 1, adjustedP: 1, jointP: 1, foldsWon: 0, folds: 0 } as const;
const noEvidence: Evidence = { ...nothing, fires: 0, abstains: 0, parts: [], nearest: null };

/** The pipeline of these steps over the training rows. */
export function withSteps(train: Dataset, passed: readonly Passed[]): State {
  return grown(
    startState(train),
    passed.map(({ values, ...rest }) => ({ step: { ...rest, evidence: noEvidence }, values })),
    [],
  );
}

/** The records after the decisions: a rejected step is refused by review, an adopted text stands where the one stood that it replaces. */
function recordsOf(decisions: readonly Decision[], records: readonly CandidateRecord[], steps: readonly Step[]): CandidateRecord[] {
  const reasons = new Map(decisions.flatMap(({ kind, step, reason }) => (kind === "rejected" ? [[step, reason] as const] : [])));
  const left = new Map(steps.map((step) => [step.candidate.name, step]));
  const changed = records.flatMap((record): CandidateRecord[] => {
    if (record.outcome.kind === "refused") return [record];
    const { name } = record.candidate;
    const step = left.get(name);
    left.delete(name);
    if (step !== undefined) return [recordOf(step)];
    const message = `a person rejected it: ${reasons.get(name) ?? ""}`;
    const { evidence } = record.outcome;
    return [
      {
        candidate: record.candidate,
        outcome: { kind: "refused", gate: "review", issues: [{ rule: "rejected", line: 0, message }], evidence },
      },
    ];
  });
  return [...changed, ...[...left.values()].map(recordOf)];
}

function recordOf({ candidate, ...rest }: Step): CandidateRecord {
  return { candidate, outcome: { kind: "kept", ...rest } };
}
