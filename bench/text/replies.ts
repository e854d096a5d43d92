import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ModelReply } from "../../generator/asking.ts";
import type { Config } from "../../generator/config.ts";
import { judged } from "../../generator/judged.ts";
import { readReply } from "../../generator/propose/read-reply.ts";
import type { Passed, RoundInput } from "../../generator/round.ts";
import type { Candidate } from "../../generator/types.ts";

/** What was asked for a task, once, and what it cost. */
export interface Bought {
  /** In the order of asking. */
  readonly replies: readonly { readonly candidates: readonly Candidate[]; readonly stage: string }[];
  readonly calls: number;
  readonly tokens: number;
}

/** Every recorded reply of a pipeline, in the order of asking; none is left out. */
export function boughtFor({ models, columns }: Config): Bought {
  const folder = join(models, "replies");
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".json")) : [];
  const replies = files
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as ModelReply)
    .toSorted((a, b) => placeOf(a) - placeOf(b));
  return {
    replies: replies.map((reply) => ({
      stage: reply.stage,
      candidates: readReply(reply, roundOf(reply), reply.stage.startsWith("repair"), columns).candidates,
    })),
    calls: replies.length,
    tokens: replies.reduce((sum, { usage }) => sum + (usage === null ? Number.NaN : usage.inputTokens + usage.outputTokens), 0),
  };
}

/** Puts them through every gate before lift, as a run does: the repaired form counts where the first was refused. */
export async function passedOf({ replies }: Bought, input: Pick<RoundInput, "state" | "config" | "ports">): Promise<Passed[]> {
  const passed: Passed[] = [];
  for (const { candidates } of replies) passed.push(...(await judged(candidates, passed, input)).passed);
  return passed;
}

function roundOf({ stage }: ModelReply): number {
  return Number(/\d+$/.exec(stage)?.[0] ?? 0);
}

function placeOf(reply: ModelReply): number {
  return 2 * roundOf(reply) + Number(reply.stage.startsWith("repair"));
}
