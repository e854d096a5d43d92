import { join } from "node:path";
import { emitPipeline } from "./emit-pipeline.ts";
import { readDecisions } from "./output/decisions.ts";
import { editedFiles } from "./output/edited-files.ts";
import { readModels } from "./output/models.ts";
import { readFolder } from "./output/read-folder.ts";
import { openReplies } from "./output/replies.ts";
import type { Learned } from "./learned.ts";

/** A file that is not what `models/` says, and in which way. */
interface FileDifference {
  /** From the folder that holds models/ and generated/, such as "generated/tickets/index.ts". */
  readonly path: string;
  readonly reason: string;
}

/**
 * Emits again from `models/` and compares with what lies in `generated/`, byte for byte. Needs no data, no key and no network.
 *
 * @param folders Absolute: `models/<pipeline>` and `generated/<pipeline>`.
 * @throws {KilnError} "check" when `models/` is missing or broken.
 */
export async function check({
  models,
  generated,
}: {
  readonly models: string;
  readonly generated: string;
}): Promise<readonly FileDifference[]> {
  const learnt = await readModels(models);
  const actual = await readFolder(generated);
  const artifacts = await emitPipeline(learnt, generated, actual.has("bundle.mjs"));
  const expected = new Map(artifacts.map(({ path, text }) => [path, text]));
  const edited = editedFiles(actual);
  const paths = [...new Set([...expected.keys(), ...actual.keys()])].toSorted((a, b) => (a < b ? -1 : 1));
  const differences = paths.flatMap((path) => {
    const reason = reasonOf(path, expected.get(path), actual.get(path), edited?.has(path) ?? false);
    return reason === null ? [] : [{ path: `generated/${learnt.learned.pipeline}/${path}`, reason }];
  });
  return [...(await otherDecisions(learnt.learned, models)), ...missingReplies(learnt.learned, models), ...differences];
}

function reasonOf(path: string, expected: string | undefined, actual: string | undefined, edited: boolean): string | null {
  if (expected === actual) return null;
  if (actual === undefined) return "missing; `kiln generate` brings it back";
  if (expected === undefined) {
    const step = /^steps\/(.+?)(?:\.test)?\.ts$/.exec(path)?.[1];
    const adopt = step === undefined ? "" : `; \`kiln accept ${step} --reason "…"\` adopts it as a step of your own`;
    return `not a file of this pipeline; move it elsewhere or delete it${adopt}`;
  }
  if (edited) {
    const where = `edited since it was emitted, first in line ${String(firstDifference(expected, actual))}`;
    const step = /^steps\/(.+?)(?:\.test)?\.ts$/.exec(path)?.[1];
    return step === undefined
      ? `${where}; a new run would undo that: change kiln.config.ts or a step instead, or restore the file with \`git checkout\``
      : `${where}; \`kiln accept ${step} --reason "…"\` judges the edit and adopts it, \`git checkout\` takes it back`;
  }
  return `stale: models/ say otherwise from line ${String(firstDifference(expected, actual))} on; run \`kiln generate\``;
}

function firstDifference(a: string, b: string): number {
  const other = b.split("\n");
  return a.split("\n").findIndex((line, i) => line !== other[i]) + 1;
}

/** What people decided since the pipeline was learned. */
async function otherDecisions({ pipeline, decisions }: Learned, models: string): Promise<FileDifference[]> {
  const now = (await readDecisions(models)).map(({ kind, step, reason }) => ({ kind, step, reason }));
  if (JSON.stringify(now) === JSON.stringify(decisions.map(({ kind, step, reason }) => ({ kind, step, reason })))) return [];
  return [{ path: `models/${pipeline}/decisions.json`, reason: "holds other decisions than were learned with; run `kiln generate`" }];
}

function missingReplies({ pipeline, replies }: Learned, models: string): FileDifference[] {
  const store = openReplies(join(models, "replies"));
  const missing = replies.filter(({ request }) => store.get(request)?.request !== request);
  return missing.map(({ request, stage }) => ({
    path: `models/${pipeline}/replies/${request}.json`,
    reason: `missing, or of another request; stage "${stage}" was learned from it`,
  }));
}
