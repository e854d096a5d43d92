import { join } from "node:path";
import { emitPipeline } from "./emit-pipeline.ts";
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
    const reason = reasonOf(expected.get(path), actual.get(path), edited?.has(path) ?? false);
    return reason === null ? [] : [{ path: `generated/${learnt.learned.pipeline}/${path}`, reason }];
  });
  return [...missingReplies(learnt.learned, models), ...differences];
}

function reasonOf(expected: string | undefined, actual: string | undefined, edited: boolean): string | null {
  if (expected === actual) return null;
  if (actual === undefined) return "missing; `kiln generate` brings it back";
  if (expected === undefined) return "not a file of this pipeline; move it elsewhere or delete it";
  if (edited) return `edited since it was emitted, first in line ${String(firstDifference(expected, actual))}`;
  return `stale: models/ say otherwise from line ${String(firstDifference(expected, actual))} on; run \`kiln generate\``;
}

function firstDifference(a: string, b: string): number {
  const other = b.split("\n");
  return a.split("\n").findIndex((line, i) => line !== other[i]) + 1;
}

function missingReplies({ pipeline, replies }: Learned, models: string): FileDifference[] {
  const store = openReplies(join(models, "replies"));
  const missing = replies.filter(({ request }) => store.get(request)?.request !== request);
  return missing.map(({ request, stage }) => ({
    path: `models/${pipeline}/replies/${request}.json`,
    reason: `missing, or of another request; stage "${stage}" was learned from it`,
  }));
}
