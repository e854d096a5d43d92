import { join } from "node:path";
import { emitPipeline } from "./emit-pipeline.ts";
import { stepOfFile } from "./next-commands.ts";
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
 * @param flag What the commands that a reason proposes need to mean this config.
 * @throws {KilnError} "check" when `models/` is missing or broken.
 */
export async function check(
  { models, generated }: { readonly models: string; readonly generated: string },
  flag = "",
): Promise<readonly FileDifference[]> {
  const learnt = await readModels(models);
  const actual = await readFolder(generated);
  const artifacts = await emitPipeline(learnt, generated, actual.has("bundle.mjs"));
  const expected = new Map(artifacts.map(({ path, text }) => [path, text]));
  const edited = editedFiles(actual);
  const paths = [...new Set([...expected.keys(), ...actual.keys()])].toSorted((a, b) => (a < b ? -1 : 1));
  const folder = `generated/${learnt.learned.pipeline}`;
  const differences = paths.flatMap((path) => {
    const [should, is] = [expected.get(path), actual.get(path)];
    const reason = should === is ? null : reasonOf({ folder, path, should, is, edited: edited?.has(path) ?? false }, flag);
    return reason === null ? [] : [{ path: `${folder}/${path}`, reason }];
  });
  return [...(await otherDecisions(learnt.learned, models, flag)), ...missingReplies(learnt.learned, models), ...differences];
}

/** One file that is not what it should be. */
interface Stray {
  readonly folder: string;
  readonly path: string;
  readonly should: string | undefined;
  readonly is: string | undefined;
  readonly edited: boolean;
}

function reasonOf({ folder, path, should, is, edited }: Stray, flag: string): string {
  const step = stepOfFile(path);
  const accept = `\`kiln accept ${step}${flag} --reason "…"\``;
  if (is === undefined) return `missing; \`kiln generate${flag}\` brings it back`;
  if (should === undefined) {
    const adopt = step === null ? "" : `; ${accept} adopts it as a step of your own`;
    return `not a file of this pipeline; move it elsewhere or delete it${adopt}`;
  }
  const line = String(firstDifference(should, is));
  if (!edited) return `stale: models/ say otherwise from line ${line} on; run \`kiln generate${flag}\``;
  const where = `edited since it was emitted, first in line ${line}`;
  const back = `\`git checkout -- ${folder}/${path}\` takes it back`;
  if (step === null) return `${where}; a new run would undo that: change kiln.config.ts or a step instead; ${back}`;
  return `${where}; \`kiln diff${flag}\` shows what that changes; ${accept} judges the edit and adopts it, ${back}`;
}

function firstDifference(a: string, b: string): number {
  const other = b.split("\n");
  return a.split("\n").findIndex((line, i) => line !== other[i]) + 1;
}

/** What people decided since the pipeline was learned. */
async function otherDecisions({ pipeline, decisions }: Learned, models: string, flag: string): Promise<FileDifference[]> {
  const now = (await readDecisions(models)).map(({ kind, step, reason }) => ({ kind, step, reason }));
  if (JSON.stringify(now) === JSON.stringify(decisions.map(({ kind, step, reason }) => ({ kind, step, reason })))) return [];
  return [
    { path: `models/${pipeline}/decisions.json`, reason: `holds other decisions than were learned with; run \`kiln generate${flag}\`` },
  ];
}

function missingReplies({ pipeline, replies }: Learned, models: string): FileDifference[] {
  const store = openReplies(join(models, "replies"));
  const missing = replies.filter(({ request }) => store.get(request)?.request !== request);
  return missing.map(({ request, stage }) => ({
    path: `models/${pipeline}/replies/${request}.json`,
    reason: `missing, or of another request; stage "${stage}" was learned from it`,
  }));
}
