import { join } from "node:path";
import { openAuthor } from "../../generator/author.ts";
import { split } from "../../generator/data/split.ts";
import { KilnError } from "../../generator/errors.ts";
import { judged } from "../../generator/judged.ts";
import { loadConfig } from "../../generator/load-config.ts";
import { loadRows } from "../../generator/load-rows.ts";
import { openReplies } from "../../generator/output/replies.ts";
import { startState } from "../../generator/state.ts";
import type { Trainer } from "../../generator/learning.ts";
import type { Program, Sandbox } from "../../generator/types.ts";

/** What a language model wrote for a table, as far as it passed every gate before lift, and what the recording cost. */
export interface Recorded {
  readonly programs: readonly (Program & { readonly size: number })[];
  readonly asked: number;
  readonly calls: number;
  readonly tokens: number;
}

/** Reads the recorded round of a table and its repair, by the same steps as a run; null where it is not recorded. */
export async function recorded(name: string, sandbox: Sandbox, trainer: Trainer): Promise<Recorded | null> {
  const config = await loadConfig(`bench/tables/${name}/kiln.config.ts`);
  const { dataset } = await loadRows(config);
  const { train } = split(dataset, { kind: config.split.kind, holdout: config.split.holdout, seed: config.seed });
  const ports = {
    store: openReplies(join(config.models, "replies")),
    live: null,
    sandbox,
    trainer,
    onStage: () => {},
    onRequest: () => {},
  };
  const author = openAuthor(config, ports);
  const input = { state: startState(train), config, ports };
  try {
    const asked = await author.propose(1, train, { kept: [], refused: [], confusions: [] });
    const first = await judged(asked.candidates, [], input);
    const repaired = first.refused.length === 0 ? [] : (await author.repair(1, train, first.refused)).candidates;
    const second = await judged(repaired, first.passed, input);
    const programs = [...first.passed, ...second.passed].map(({ program, candidate }) => ({ ...program, size: candidate.source.length }));
    const tokens = author.replies.reduce((sum, { usage }) => sum + (usage === null ? 0 : usage.inputTokens + usage.outputTokens), 0);
    return { programs, asked: asked.candidates.length, calls: author.replies.length, tokens };
  } catch (error) {
    if (error instanceof KilnError && error.code === "reply-missing") return null;
    throw error;
  }
}
