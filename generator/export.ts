import { KilnError } from "./errors.ts";
import { readModels } from "./output/models.ts";
import { toMlRandomForest } from "./train/interop.ts";

/** Forms in which a forest can leave. */
const exportFormats = ["json", "ml-random-forest"] as const;
type ExportFormat = (typeof exportFormats)[number];

/**
 * The forest of a pipeline as text: `json` is Kiln's own form, `ml-random-forest` what `RandomForestClassifier.load` and `RandomForestRegression.load` read.
 *
 * @throws {KilnError} "check" when nothing was learned yet.
 */
export async function exportForest(models: string, format: ExportFormat): Promise<string> {
  const { forest } = await readModels(models);
  return JSON.stringify(format === "json" ? forest : toMlRandomForest(forest));
}

/** @throws {KilnError} "usage" when there is no such format. */
export function exportFormat(text: string): ExportFormat {
  const format = exportFormats.find((known) => known === text);
  if (format === undefined) throw new KilnError("usage", `--format ${text}: no such format; expected ${exportFormats.join(" or ")}`);
  return format;
}
