import type { Config } from "./config.ts";
import { KilnError } from "./errors.ts";
import { forestCost } from "./forest-cost.ts";
import type { TradeOff } from "./learned.ts";
import type { ForestSettings, Matrix, Trainer } from "./learning.ts";
import { outcomeOf, rowLosses } from "./weigh/metrics.ts";

/** What forests are chosen on. */
interface Ground {
  readonly matrix: Matrix;
  readonly target: Float64Array;
  readonly outputs: number;
  readonly trainer: Trainer;
}

/** The settings of the final forest, and what else was tried; no trade-off where nothing was limited. */
interface Choice {
  readonly settings: ForestSettings;
  readonly tradeOff: readonly TradeOff[];
}

/** Trees that are enough to tell shares of columns apart. */
const enoughTrees = 60;

/** Depths that are tried where size or time is limited, if they are below the wanted one; and parts of the wanted trees; and multiples of the leaf. */
const depths = [4, 6, 8];
const parts = [0.125, 0.25, 0.5, 1];
const leaves = [1, 4];

/**
 * Chooses what the config leaves open, each time by the loss on rows out of the bag: the share of columns where it is "auto", and trees, depth
 * and leaf where `limits` are set: of all that fit the one with the least loss.
 *
 * @throws {KilnError} "config" when nothing that was tried fits.
 */
export async function chooseForest(
  ground: Ground,
  start: ForestSettings,
  { forest, limits }: Pick<Config, "forest" | "limits">,
): Promise<Choice> {
  const settings = forest.columnShare === "auto" ? await withBestShare(ground, start) : start;
  if (limits.kilobytes === null && limits.microseconds === null) return { settings, tradeOff: [] };
  const tried: TradeOff[] = [];
  for (const one of grid(settings)) tried.push(await tryOut(ground, one, limits));
  const best = tried.filter(({ fits }) => fits).reduce<TradeOff | null>((a, b) => (a === null || b.loss < a.loss ? b : a), null);
  if (best === null) throw new KilnError("config", nothingFits(tried, limits));
  const { trees, maxDepth, minLeaf } = best;
  const shown = tried.filter((one) => one === best || !tried.some((other) => dominates(other, one)));
  return {
    settings: { ...settings, trees, maxDepth, minLeaf },
    tradeOff: shown.toSorted((a, b) => a.kilobytes - b.kilobytes).map((one) => ({ ...one, chosen: one === best })),
  };
}

function grid(settings: ForestSettings): ForestSettings[] {
  const { trees, maxDepth, minLeaf } = settings;
  const counts = [...new Set(parts.map((part) => Math.max(1, Math.round(part * trees))))];
  return [...depths.filter((depth) => depth < maxDepth), maxDepth].flatMap((depth) =>
    leaves.flatMap((times) => counts.map((count) => ({ ...settings, trees: count, maxDepth: depth, minLeaf: times * minLeaf }))),
  );
}

async function tryOut({ matrix, target, outputs, trainer }: Ground, settings: ForestSettings, limits: Config["limits"]): Promise<TradeOff> {
  const { forest, outOfBag } = await trainer.train(matrix, target, outputs, settings);
  const { kilobytes, microseconds } = forestCost(forest);
  const { trees, maxDepth, minLeaf } = settings;
  const fits =
    (limits.kilobytes === null || kilobytes <= limits.kilobytes) && (limits.microseconds === null || microseconds <= limits.microseconds);
  return { trees, maxDepth, minLeaf, ...outOfBagScore(outOfBag, target, outputs), kilobytes, microseconds, fits, chosen: false };
}

/** Mean loss of the rows that some tree was not grown from, and the share of them that are answered right (null for a number). */
function outOfBagScore(
  answers: Float64Array,
  target: Float64Array,
  outputs: number,
): { readonly loss: number; readonly accuracy: number | null } {
  const asked = [...target.keys()].filter((row) => !Number.isNaN(answers[row * outputs]!));
  const known = Float64Array.from(asked.flatMap((row) => [...answers.subarray(row * outputs, (row + 1) * outputs)]));
  const truth = Float64Array.from(asked, (row) => target[row]!);
  const losses = rowLosses(known, truth, outputs);
  const { said } = outcomeOf(known, truth, outputs);
  return {
    loss: losses.reduce((sum, loss) => sum + loss, 0) / losses.length,
    accuracy: outputs === 1 ? null : said.filter((label, i) => label === truth[i]).length / said.length,
  };
}

/** √p / p, a third and two thirds of the columns; the smallest of equals. */
async function withBestShare(ground: Ground, settings: ForestSettings): Promise<ForestSettings> {
  const { matrix, target, outputs, trainer } = ground;
  const p = matrix.columns.length;
  let best = settings;
  let least = Number.POSITIVE_INFINITY;
  for (const columnShare of [Math.round(Math.sqrt(p)) / p, 1 / 3, 2 / 3]) {
    const tried = { ...settings, columnShare, trees: Math.min(settings.trees, enoughTrees) };
    const { outOfBag } = await trainer.train(matrix, target, outputs, tried);
    const { loss } = outOfBagScore(outOfBag, target, outputs);
    if (loss >= least) continue;
    least = loss;
    best = { ...settings, columnShare };
  }
  return best;
}

/** Whether a forest is as good, as small and as fast, and better in one of these. */
function dominates(one: TradeOff, other: TradeOff): boolean {
  const signs = [one.loss - other.loss, one.kilobytes - other.kilobytes, one.microseconds - other.microseconds];
  return signs.every((sign) => sign <= 0) && signs.some((sign) => sign < 0);
}

function nothingFits(tried: readonly TradeOff[], { kilobytes, microseconds }: Config["limits"]): string {
  const least = (of: (one: TradeOff) => number): string => tried.reduce((most, one) => Math.min(most, of(one)), Infinity).toPrecision(2);
  const limits = [kilobytes === null ? [] : [`${kilobytes} kilobytes`], microseconds === null ? [] : [`${microseconds} microseconds`]];
  return `\`limits\`: no forest that was tried fits ${limits.flat().join(" and ")}; the smallest takes ${least((one) => one.kilobytes)} kilobytes, the fastest ${least((one) => one.microseconds)} microseconds`;
}
