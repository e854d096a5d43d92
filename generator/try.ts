import { type Effect, effectOf } from "./effect.ts";
import { historyOf } from "./history.ts";
import { judged } from "./judged.ts";
import { type RoundInput, weighed } from "./round.ts";
import type { CandidateRecord } from "./types.ts";

/** What became of one idea. */
export interface Attempt {
  readonly idea: string;
  /** In the order of the reply; `effect` is null where a gate refused the candidate before it could be measured. */
  readonly tried: readonly { readonly record: CandidateRecord; readonly effect: Effect | null }[];
  /** What of the reply could not be read. */
  readonly issues: readonly string[];
}

/**
 * Puts one idea to the test, beside the pipeline of the trial: one question to the model, then every gate. Nothing is kept.
 *
 * @param share Part of the error rate that this idea may spend.
 */
export async function tryIdea(trial: RoundInput, idea: string, share: number): Promise<Attempt> {
  const { state, author, plan, ports } = trial;
  const { kept } = await historyOf(trial);
  const asked = await author.attempt(idea, state.dataset, kept);
  const { passed, refused } = await judged(asked.candidates, [], trial);
  const after = await weighed(passed, refused, { ...trial, plan: { ...plan, share } });
  const records = after.records.slice(state.records.length);
  const tried: Attempt["tried"][number][] = [];
  for (const candidate of asked.candidates) {
    const record = records.find((one) => one.candidate === candidate)!;
    const step = passed.find((one) => one.candidate === candidate);
    tried.push({ record, effect: step === undefined ? null : await effectOf(state, step, plan, ports) });
  }
  return { idea, tried, issues: asked.issues.map(({ where, message }) => `${where}: ${message}`) };
}

/**
 * The error rate's parts of ideas that come one after the other, nobody knows how many: 1/2, 1/6, 1/12, …, together at most 1.
 *
 * @param earlier Ideas tried before.
 */
export function shareOfNext(earlier: number): number {
  return 1 / ((earlier + 1) * (earlier + 2));
}
