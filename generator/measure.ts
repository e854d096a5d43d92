import type { Config } from "./config.ts";
import { stepsAsTheyStand } from "./decide.ts";
import { placedSteps, weighedBeside, withSteps } from "./decided.ts";
import { type Effect, effectOf } from "./effect.ts";
import { KilnError } from "./errors.ts";
import { hasModels, readModels } from "./output/models.ts";
import { readFolder } from "./output/read-folder.ts";
import type { RoundInput } from "./round.ts";
import type { Candidate, Evidence } from "./types.ts";

/** A step as it stands in generated/, weighed beside all the others. */
export interface Weighed {
  readonly candidate: Candidate;
  /** Its text is not the committed one. */
  readonly edited: boolean;
  readonly evidence: Evidence;
  /** Whether the evidence would admit it today. */
  readonly earns: boolean;
  readonly effect: Effect;
}

/**
 * Weighs the steps of a pipeline again, as its folder in generated/ holds them now; asks no model and writes nothing.
 *
 * @param rows The training rows without steps.
 * @throws {KilnError} "check" when a gate refuses an edited step, "usage" when nothing has been learned.
 */
export async function measureSteps({ models, generated, name }: Config, rows: RoundInput): Promise<Weighed[]> {
  if (!hasModels(models)) throw new KilnError("usage", `models/${name} holds nothing yet; \`kiln generate\` learns it`);
  const { learned } = await readModels(models);
  const train = rows.state.dataset;
  const placed = await placedSteps(stepsAsTheyStand(learned, await readFolder(generated)), train, rows);
  const weighed: Weighed[] = [];
  for (const { passed, known } of placed) {
    const others = placed.flatMap((one) => (one.passed === passed ? [] : [one.passed]));
    const found = await weighedBeside(passed, others, train, rows);
    const effect = await effectOf(withSteps(train, others), passed, rows.plan, rows.ports);
    weighed.push({ candidate: passed.candidate, edited: known === null, ...found, effect });
  }
  return weighed;
}
