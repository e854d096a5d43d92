import { KilnError } from "./errors.ts";
import type { ForestText } from "./learning.ts";
import { readModels } from "./output/models.ts";
import { missingLeft, toMlRandomForest } from "./train/interop.ts";
import { toOnnx } from "./train/onnx.ts";

/** Forms in which a forest can leave. */
const exportFormats = ["json", "ml-random-forest", "onnx"] as const;
type ExportFormat = (typeof exportFormats)[number];

/** A forest in another form, and what was lost on the way; null where nothing was. */
interface Exported {
  readonly content: string | Uint8Array;
  readonly lost: string | null;
}

/**
 * The forest of a pipeline in another form: `json` is Kiln's own, `ml-random-forest` what `RandomForestClassifier.load` and
 * `RandomForestRegression.load` read, `onnx` a model of ONNX.
 *
 * @throws {KilnError} "check" when nothing was learned yet.
 */
export async function exportForest(models: string, format: ExportFormat): Promise<Exported> {
  const { forest, learned } = await readModels(models);
  const raw =
    learned.calibration === null ? [] : ["answers are the forest's shares: the curves of calibration.ts are not part of this form"];
  switch (format) {
    case "json":
      return { content: `${JSON.stringify(forest)}\n`, lost: raw[0] ?? null };
    case "ml-random-forest":
      return { content: `${JSON.stringify(toMlRandomForest(forest))}\n`, lost: said([lostDirections(forest), ...raw]) };
    case "onnx":
      return {
        content: toOnnx(forest),
        lost: said(["ONNX trees are of single precision: shares may differ in the seventh digit", ...raw]),
      };
  }
}

/** Losses in one line; null where there is none. */
function said(losses: readonly (string | null)[]): string | null {
  const all = losses.filter((loss) => loss !== null);
  return all.length === 0 ? null : all.join("; ");
}

function lostDirections(forest: ForestText): string | null {
  const { questions, columns } = missingLeft(forest);
  if (questions === 0) return null;
  const names = columns.map((column) => forest.columns[column]).join(", ");
  return `${questions} questions send missing values left, which ml-random-forest cannot say: there they go right, and rows that miss ${names} may be answered otherwise`;
}

/** @throws {KilnError} "usage" when there is no such format. */
export function exportFormat(text: string): ExportFormat {
  const format = exportFormats.find((known) => known === text);
  if (format === undefined) throw new KilnError("usage", `--format ${text}: no such format; expected ${exportFormats.join(", ")}`);
  return format;
}
