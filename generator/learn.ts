import { openAuthor } from "./author.ts";
import type { Config } from "./config.ts";
import type { Loaded } from "./data/load.ts";
import { split } from "./data/split.ts";
import { decided } from "./decided.ts";
import { finish } from "./finish.ts";
import type { Decision } from "./learned.ts";
import type { Trainer } from "./learning.ts";
import { outputCount } from "./outcomes.ts";
import type { Models } from "./output/models.ts";
import { forestSettings } from "./forest-settings.ts";
import type { Ports } from "./ports.ts";
import { rememberingTrainer } from "./remembering-trainer.ts";
import { type Plan, runRound } from "./round.ts";
import { ridgeJoins, type State, startState } from "./state.ts";
import { assignFolds } from "./weigh/folds.ts";

/** The first round that is told what the forest gets wrong and what was refused; from it on, a round that keeps nothing is the last. */
const firstInformed = 2;

/**
 * Learns a pipeline from rows: rounds of candidates over the plain baseline, then the forest; at the end the holdout is opened, once.
 * What people decided is applied after the rounds, so that it changes no prompt. Writes nothing but new replies, through `ports.store`.
 *
 * @throws {KilnError} "data", "reply-missing", "endpoint" or "budget"; "check" when a gate refuses what a person wrote.
 */
export async function learn(config: Config, loaded: Loaded, outside: Ports, decisions: readonly Decision[] = []): Promise<Models> {
  const ports = { ...outside, trainer: rememberingTrainer(outside.trainer) };
  const parts = split(loaded.dataset, { kind: config.split.kind, holdout: config.split.holdout, seed: config.seed });
  const { train, facts } = parts;
  ports.onStage({
    stage: "split",
    text: `${facts.trainRows} rows to learn from, ${facts.holdoutRows} sealed; ${facts.grouped} rows have near-duplicates`,
    done: true,
  });
  const author = openAuthor(config, ports);
  let state = startState(train);
  const plan = await planOf(config, state, ports.trainer);
  for (let round = config.author.normalizers > 0 ? 0 : 1; round <= config.author.rounds; round++) {
    const before = state.steps.length;
    state = await runRound({ round, state, plan, author, config, ports });
    if (round < firstInformed || round === config.author.rounds || state.steps.length > before) continue;
    ports.onStage({
      stage: `round ${round}`,
      text: `added nothing, so the ${config.author.rounds - round} rounds left are not asked for`,
      done: true,
    });
    break;
  }
  state = await decided(decisions, train, { round: 0, state, plan, author, config, ports });
  return finish({ config, loaded, split: parts, state, plan, author, decisions, ports });
}

/** How a config weighs, for a pipeline before its first step. */
export async function planOf({ author, keep, split: { kind }, forest, seed }: Config, start: State, trainer: Trainer): Promise<Plan> {
  const { dataset } = start;
  const field = {
    outputs: outputCount(dataset.task),
    folds: assignFolds(dataset, { kind, folds: keep.folds, repeats: keep.repeats, seed }),
    forest: { ...forestSettings(forest, dataset, seed), trees: keep.trees },
  };
  return {
    field,
    bar: { confidence: keep.confidence, minLift: keep.minLift, seed },
    share: 1 / (author.rounds + Number(author.normalizers > 0)),
    ridge: await ridgeJoins(start, field, trainer),
  };
}
