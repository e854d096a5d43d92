import type { Command } from "commander";
import { join } from "node:path";
import { attemptTable, measuredTable } from "./attempt-table.ts";
import type { ReplyStore } from "./asking.ts";
import { candidateTable, figureTable } from "./closing-tables.ts";
import type { Config } from "./config.ts";
import { readText } from "./data/read-text.ts";
import { keepCandidates } from "./decide.ts";
import { KilnError } from "./errors.ts";
import { loadConfig } from "./load-config.ts";
import { measureSteps } from "./measure.ts";
import { isThere } from "./output/is-there.ts";
import { openReplies } from "./output/replies.ts";
import { watchFolder } from "./output/watch-folder.ts";
import type { Ports } from "./ports.ts";
import { openRows, openTrial } from "./trial.ts";
import { type Attempt, shareOfNext, tryIdea } from "./try.ts";

/** What the command line lends to its commands. */
interface Desk {
  readonly configFlag: readonly [flags: string, description: string, value: string];
  readonly print: (lines: readonly string[]) => void;
  readonly withModel: (config: Config, work: (ports: Ports) => Promise<void>) => Promise<void>;
  readonly withoutModel: (config: Config, work: (ports: Ports) => Promise<void>) => Promise<void>;
  /** Lines that a person types, each asked for by a prompt. */
  readonly typed: (prompt: string) => AsyncIterable<string>;
  /** Aborted when the person stops the command. */
  readonly stopped: () => AbortSignal;
}

/** Commands for trying ideas: from words, or from an edited step, to a verdict in seconds. */
export function addIdeaCommands(program: Command, { configFlag, print, withModel, withoutModel, typed, stopped }: Desk): void {
  program
    .command("try")
    .description("put an idea in words to the test: candidates, gates, lift; writes nothing unless --keep")
    .argument("[idea]", 'such as "does the message mention a court or a lawyer?"; none: they are asked for, one after the other')
    .option(...configFlag)
    .option("-f, --file <file>", "one idea a line")
    .option("--keep", "take what passes into the pipeline, and learn again with it")
    .action(async (idea: string | undefined, flags: { config: string; file?: string; keep?: true }) => {
      if (idea !== undefined && flags.file !== undefined) throw new KilnError("usage", "an idea and --file; expected one of them");
      const config = await loadConfig(flags.config);
      const given = idea === undefined ? (flags.file === undefined ? null : ideasOf(await readText(flags.file))) : [idea];
      if (given?.length === 0) throw new KilnError("usage", `${flags.file}: no idea; expected one a line`);
      await withModel(config, async (ports) => {
        const store = trialReplies(config, ports.store);
        const trial = await openTrial(config, { ...ports, store });
        const attempts: Attempt[] = [];
        for await (const next of given ?? typed("idea> ")) {
          if (next.trim() === "") continue;
          const share = given === null ? shareOfNext(attempts.length) : 1 / given.length;
          const attempt = tryIdea(trial, next.trim(), share);
          const known = given === null ? await attempt.catch(complaint) : await attempt;
          if ("tried" in known) attempts.push(known);
          print("tried" in known ? [...attemptTable(known, trial.state.dataset.task), ""] : known);
        }
        if (flags.keep) await keep(config, attempts, ports, store);
      });
    });

  program
    .command("measure")
    .description("weigh the steps again as generated/ holds them, edited or not; never asks a model, writes nothing")
    .option(...configFlag)
    .option("--watch", "again on every save")
    .action(async (flags: { config: string; watch?: true }) => {
      const config = await loadConfig(flags.config);
      const steps = join(config.generated, "steps");
      if (flags.watch && !isThere(steps)) throw new KilnError("usage", `${steps} is missing; expected steps to watch`);
      await withoutModel(config, async (ports) => {
        const rows = await openRows(config, ports);
        const saves = flags.watch ? watchFolder(steps, stopped()) : null;
        const measured = async (): Promise<string[]> => measuredTable(await measureSteps(config, rows), rows.state.dataset.task);
        print(await measured());
        if (saves === null) return;
        print(["watching steps/; stop with Ctrl-C"]);
        for await (const _ of saves) {
          print(["", ...(await measured().catch(complaint))]);
        }
      });
    });

  async function keep(config: Config, attempts: readonly Attempt[], ports: Ports, store: ReplyStore): Promise<void> {
    const passed = attempts.flatMap(({ idea, tried }) =>
      tried.flatMap(({ record }) => (record.outcome.kind === "kept" ? [{ idea, candidate: record.candidate }] : [])),
    );
    if (passed.length === 0) return print(["nothing passed, so nothing is kept"]);
    for (const { candidate } of passed) {
      const reply = store.get(candidate.origin.reply);
      if (reply !== null) await ports.store.put(reply);
    }
    const learned = await keepCandidates(
      config,
      passed.map(({ candidate }) => candidate),
      `tried: ${[...new Set(passed.map(({ idea }) => idea))].join("; ")}`,
      ports,
    );
    print([...candidateTable(learned), "", ...figureTable(learned)]);
  }
}

function ideasOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

/** Replies to ideas lie outside of models/ until an idea is kept; recorded ones of either place answer. */
function trialReplies({ scratch }: Config, committed: ReplyStore): ReplyStore {
  const own = openReplies(join(scratch, "replies"));
  return { ...own, get: (hash) => committed.get(hash) ?? own.get(hash) };
}

/** A step that a gate refuses, or that does not parse, is news while somebody edits it. */
function complaint(error: unknown): string[] {
  if (error instanceof KilnError) return [`kiln: ${error.message}`];
  throw error;
}
