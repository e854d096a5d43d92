import { openAuthor } from "./author.ts";
import type { Config } from "./config.ts";
import { split } from "./data/split.ts";
import { placedSteps, type Staying } from "./decided.ts";
import { planOf } from "./learn.ts";
import type { Learned } from "./learned.ts";
import { loadRows } from "./load-rows.ts";
import { hasModels, readModels } from "./output/models.ts";
import type { Ports } from "./ports.ts";
import { rememberingTrainer } from "./remembering-trainer.ts";
import type { RoundInput } from "./round.ts";
import { grown, startState } from "./state.ts";
import type { CandidateRecord, Dataset, Step } from "./types.ts";

/** The training rows with a way to judge and to weigh on them, without any step yet. What was measured once is remembered. */
export async function openRows(config: Config, ports: Ports): Promise<RoundInput> {
  const { dataset } = await loadRows(config);
  const { train } = split(dataset, { kind: config.split.kind, holdout: config.split.holdout, seed: config.seed });
  const remembering = { ...ports, trainer: rememberingTrainer(ports.trainer) };
  const plan = { ...planOf(config, train), share: 1 };
  return { round: 1, state: startState(train), plan, author: openAuthor(config, remembering), config, ports: remembering };
}

/** The same with the committed steps in place, or with none where nothing has been learned yet. */
export async function openTrial(config: Config, ports: Ports): Promise<RoundInput> {
  const rows = await openRows(config, ports);
  if (!hasModels(config.models)) return rows;
  const { learned } = await readModels(config.models);
  const steps = keptSteps(learned);
  const staying = steps.map((step): Staying => ({ candidate: step.candidate, known: step }));
  const train: Dataset = rows.state.dataset;
  const placed = await placedSteps(staying, train, rows);
  const state = placed.reduce(
    (before, { passed: { values, ...step }, known }) => grown(before, [{ step: { ...step, evidence: known! }, values }], []),
    startState(train),
  );
  return { ...rows, state: { ...state, records: steps.map(recordOf) } };
}

function keptSteps({ candidates, steps }: Learned): Step[] {
  const kept = candidates.flatMap(({ candidate, outcome }) => (outcome.kind === "kept" ? [{ candidate, ...outcome }] : []));
  return steps.flatMap((name) => kept.filter(({ candidate }) => candidate.name === name));
}

function recordOf({ candidate, ...rest }: Step): CandidateRecord {
  return { candidate, outcome: { kind: "kept", ...rest } };
}
