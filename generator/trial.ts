import { openAuthor } from "./author.ts";
import type { Config } from "./config.ts";
import { split, subset } from "./data/split.ts";
import { placedSteps, type Staying } from "./decided.ts";
import { planOf } from "./learn.ts";
import type { Learned } from "./learned.ts";
import { loadRows } from "./load-rows.ts";
import { hasModels, readModels } from "./output/models.ts";
import type { Ports } from "./ports.ts";
import { random, shuffled } from "./random.ts";
import { rememberingTrainer } from "./remembering-trainer.ts";
import type { RoundInput } from "./round.ts";
import { grown, startState } from "./state.ts";
import type { CandidateRecord, Dataset, Step } from "./types.ts";

/**
 * The training rows with a way to judge and to weigh on them, without any step yet. What was measured once is remembered.
 *
 * @param most Of more training rows a part of this size counts.
 */
export async function openRows(config: Config, ports: Ports, most = Infinity): Promise<RoundInput> {
  const { dataset } = await loadRows(config);
  const whole = split(dataset, { kind: config.split.kind, holdout: config.split.holdout, seed: config.seed }).train;
  const train = whole.rows.length <= most ? whole : subset(whole, drawn(whole.rows.length, most, config.seed));
  const remembering = { ...ports, trainer: rememberingTrainer(ports.trainer) };
  const state = startState(train);
  const plan = { ...(await planOf(config, state, remembering.trainer)), share: 1 };
  return { round: 1, state, plan, author: openAuthor(config, remembering), config, ports: remembering };
}

/** Rows, repeats and trees that are enough for a first verdict: an idea is answered while somebody waits. */
const trialRows = 2500;
const trialKeep = { repeats: 1, trees: 30 };

/**
 * A quicker way to weigh, for ideas: at most 2,500 training rows, always the same ones, one repeat of the folds,
 * smaller forests. The committed steps are in place, or none where nothing has been learned yet.
 */
export function openTrial(config: Config, ports: Ports): Promise<RoundInput> {
  const { keep } = config;
  const quick = { ...keep, repeats: trialKeep.repeats, trees: Math.min(keep.trees, trialKeep.trees) };
  return openCommitted({ ...config, keep: quick }, ports, trialRows);
}

/** As `openRows`, with the committed steps in place, or none where nothing has been learned yet. */
export async function openCommitted(config: Config, ports: Ports, most: number): Promise<RoundInput> {
  const rows = await openRows(config, ports, most);
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

/** Some rows at random, in file order. */
function drawn(rows: number, most: number, seed: number): number[] {
  return shuffled([...Array(rows).keys()], random(seed, 13))
    .slice(0, most)
    .toSorted((a, b) => a - b);
}

function keptSteps({ candidates, steps }: Learned): Step[] {
  const kept = candidates.flatMap(({ candidate, outcome }) => (outcome.kind === "kept" ? [{ candidate, ...outcome }] : []));
  return steps.flatMap((name) => kept.filter(({ candidate }) => candidate.name === name));
}

function recordOf({ candidate, ...rest }: Step): CandidateRecord {
  return { candidate, outcome: { kind: "kept", ...rest } };
}
