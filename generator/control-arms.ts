import { openAuthor } from "./author.ts";
import type { Config } from "./config.ts";
import type { Loaded } from "./data/load.ts";
import { split } from "./data/split.ts";
import { KilnError } from "./errors.ts";
import { judged } from "./judged.ts";
import { learn, planOf } from "./learn.ts";
import { loadRows } from "./load-rows.ts";
import { hasModels, readModels } from "./output/models.ts";
import type { Ports } from "./ports.ts";
import { random, shuffled } from "./random.ts";
import { weighed } from "./round.ts";
import { startState } from "./state.ts";
import type { Learned } from "./learned.ts";
import type { CandidateRecord, Column, Dataset, Row, Task } from "./types.ts";

/**
 * A control: the candidates of the last run that came to be weighed, on the same rows, with the target dealt out at random. Nothing can know
 * it, so nothing may be kept. Asks no model, writes nothing. A run keeps something by chance as often as `keep.confidence` leaves room for.
 *
 * @throws {KilnError} "usage" when nothing has been learned yet.
 */
export async function shuffledTarget(config: Config, ports: Ports): Promise<readonly CandidateRecord[]> {
  if (!hasModels(config.models))
    throw new KilnError("usage", `${config.models} holds no run whose candidates could be weighed; run \`kiln generate\` first`);
  const { learned } = await readModels(config.models);
  const loaded = await loadRows(config);
  const { train } = split(loaded.dataset, { kind: config.split.kind, holdout: config.split.holdout, seed: config.seed });
  const dealt = { ...train, target: Float64Array.from(shuffled([...train.target], random(config.seed, 31))) };
  const candidates = learned.candidates.flatMap(({ candidate, outcome }) =>
    outcome.kind === "kept" || outcome.gate === "lift" ? [candidate] : [],
  );
  const state = startState(dealt);
  const input = {
    round: 1,
    state,
    plan: { ...(await planOf(config, state, ports.trainer)), share: 1 },
    author: openAuthor(config, ports),
    config,
    ports,
  };
  const { passed, refused } = await judged(candidates, [], input);
  ports.onStage({ stage: "shuffled", text: `weighing ${passed.length} candidates against a target dealt at random`, done: true });
  return (await weighed(passed, refused, input)).records;
}

/**
 * A control: the whole run for a model that is told neither what the columns are called nor what they mean, nor what is predicted. What is
 * left of the lift does not come from what the model remembers of such tables. Asks questions of its own; writes only their answers, through
 * `ports.store`.
 *
 * Cells are shown as each column's `send` allows: where they are words, they may still say what they are about.
 */
export async function anonymisedTwin(config: Config, ports: Ports): Promise<Learned> {
  const { learned } = await learn(config, anonymised(await loadRows(config)), ports);
  return learned;
}

/** The same rows under names that say nothing. */
function anonymised(loaded: Loaded): Loaded {
  const { dataset } = loaded;
  const columns = dataset.columns.map((column, j): Column => ({
    ...column,
    name: `x${j + 1}`,
    property: `x${j + 1}`,
    meaning: "Not told.",
  }));
  const rows = dataset.rows.map((row): Row =>
    Object.fromEntries(dataset.columns.map(({ property }, j) => [`x${j + 1}`, row[property] ?? null])),
  );
  return { ...loaded, dataset: { ...dataset, columns, rows, task: unnamed(dataset.task) } satisfies Dataset };
}

function unnamed(task: Task): Task {
  const hidden = { column: "y", sentence: "Tell y from the other columns; what they are is not told." };
  if (task.kind === "number") return { ...task, ...hidden };
  const width = String(task.classes.length).length;
  const name = (k: number): string => `class${String(k + 1).padStart(width, "0")}`;
  return { ...task, ...hidden, classes: [name(0), ...task.classes.slice(1).map((_, k) => name(k + 1))] satisfies [string, ...string[]] };
}
