import type { Config } from "./config.ts";
import { KilnError } from "./errors.ts";
import type { ForestSettings } from "./learning.ts";
import type { Dataset } from "./types.ts";

/** Share of columns tried at a split where nothing is known yet: a third is seldom far from the best. */
const usualShare = 0.33;

/**
 * The forest that a config asks for, on these rows; `columnShare: "auto"` starts at a third.
 *
 * @throws {KilnError} "config" when `forest.classWeights` names a class that is not there, or the target is a number.
 */
export function forestSettings(
  { columnShare, classWeights, trainer: _trainer, ...rest }: Config["forest"],
  rows: Dataset,
  seed: number,
): ForestSettings {
  return {
    ...rest,
    columnShare: columnShare === "auto" ? usualShare : columnShare,
    classWeights: weightsOf(classWeights, rows),
    seed,
  };
}

function weightsOf(wanted: Config["forest"]["classWeights"], { task, target }: Dataset): ForestSettings["classWeights"] {
  if (wanted === "none") return null;
  if (task.kind === "number") throw new KilnError("config", "`forest.classWeights`: the target is a number, which has no classes");
  if (wanted !== "balanced") {
    const stranger = Object.keys(wanted).find((name) => !task.classes.includes(name));
    if (stranger !== undefined)
      throw new KilnError("config", `\`forest.classWeights\` names ${stranger}; expected one of ${task.classes.join(", ")}`);
    return task.classes.map((name) => wanted[name] ?? 1);
  }
  return task.classes.map((_, k) => target.length / (task.classes.length * Math.max(1, target.filter((label) => label === k).length)));
}
