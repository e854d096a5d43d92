import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Artifact, Decision } from "../learned.ts";
import { stageDecisions } from "./decisions.ts";
import { stageModels, type Models } from "./models.ts";
import { recoverReplies } from "./replies.ts";
import { clearStages, stageFolder } from "./stage-folder.ts";
import { recoverSwap, swapIn } from "./swap.ts";

/** Where the result of a run stands; absolute. */
interface Places {
  readonly models: string;
  readonly generated: string;
  readonly scratch: string;
}

/**
 * Replaces what models/ and generated/ hold by the result of a run, both or neither. The replies in models/ stay as they are.
 * First everything is written beside its place; a full disk is found there, and changes nothing.
 */
export async function publish(
  { models, generated, scratch }: Places,
  result: { readonly models: Models; readonly decisions: readonly Decision[]; readonly artifacts: readonly Artifact[] },
): Promise<void> {
  const swaps = [
    ...(await stageModels(models, result.models)),
    await stageDecisions(models, result.decisions),
    await stageFolder(generated, result.artifacts),
  ];
  await swapIn(journalIn(scratch), swaps);
}

/** Completes or undoes what an earlier run left when it was killed, and clears away what it had only staged. */
export async function recover({ models, generated, scratch }: Places): Promise<void> {
  await recoverSwap(journalIn(scratch));
  await rm(`${journalIn(scratch)}.tmp`, { force: true });
  await clearStages(generated);
  await recoverReplies(join(models, "replies"));
  const names = existsSync(models) ? await readdir(models) : [];
  for (const name of names) if (name.endsWith(".json.tmp")) await rm(join(models, name), { force: true });
}

/** Whether an earlier run was killed while it put its result in place. */
export function isTorn({ scratch }: Pick<Places, "scratch">): boolean {
  return existsSync(journalIn(scratch));
}

function journalIn(scratch: string): string {
  return join(scratch, "swap.json");
}
