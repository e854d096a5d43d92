import { type Command, Option } from "commander";
import { resolve } from "node:path";
import { candidateTable, figureTable } from "./closing-tables.ts";
import type { Config } from "./config.ts";
import { acceptSteps, pinStep, rejectStep } from "./decide.ts";
import { diff } from "./diff.ts";
import { explainRow, explanationTable } from "./explain-row.ts";
import { loadConfig } from "./load-config.ts";
import type { Learned } from "./learned.ts";
import { diffMarkdown, diffTable } from "./print-diff.ts";
import { findPlace, type Place } from "./place.ts";
import type { Ports } from "./ports.ts";
import type { Sandbox } from "./types.ts";

/** What the command line lends to its commands. */
interface Desk {
  readonly configFlag: readonly [flags: string, description: string, value: string];
  readonly print: (lines: readonly string[]) => void;
  /** Ports without a live model: only recorded replies answer. */
  readonly withoutModel: (config: Config, work: (ports: Ports) => Promise<void>) => Promise<void>;
  readonly withSandbox: <T>(work: (sandbox: Sandbox) => Promise<T>) => Promise<T>;
}

/** Commands for the reviewer of a pipeline: why this answer, what changed, is it still true. */
export function addReviewCommands(program: Command, { configFlag, print, withSandbox, withoutModel }: Desk): void {
  const command = (usage: string, description: string): Command =>
    program
      .command(usage)
      .description(description)
      .option(...configFlag);

  const decision = (
    usage: string,
    description: string,
    decide: (config: Config, steps: readonly string[], reason: string, ports: Ports) => Promise<Learned>,
  ): void => {
    command(usage, description)
      .requiredOption("-r, --reason <text>", "why: kept in decisions.json and shown in the review")
      .action(async (given: string | string[], flags: { config: string; reason: string }) => {
        const config = await configOf(flags);
        await withoutModel(config, async (ports) => {
          const learned = await decide(config, [given].flat(), flags.reason, ports);
          const named = new Set([given].flat());
          const candidates = learned.candidates.filter(({ candidate, outcome }) => outcome.kind === "kept" || named.has(candidate.name));
          print([
            "",
            ...candidateTable({ candidates }),
            "",
            ...figureTable(learned),
            "",
            `models/${config.name}/decisions.json now says so; commit it with models/ and generated/`,
          ]);
        });
      });
  };
  decision("accept <steps...>", "judge and weigh edited steps, record them as a person's, and learn again with them", acceptSteps);
  decision("reject <step>", "take a step out for good, and learn again without it", (config, [step = ""], reason, ports) =>
    rejectStep(config, step, reason, ports),
  );
  decision("pin <step>", "keep a step as it is, whatever later runs propose", (config, [step = ""], reason, ports) =>
    pinStep(config, step, reason, ports),
  );

  command("diff [ref] [data]", "what the working tree's pipeline does differently from a commit's (default: the merge base with main)")
    .addOption(new Option("--format <name>", "how to print it").choices(["table", "md"]).default("table"))
    .option("--json", "print it as JSON")
    .action(async (ref: string | undefined, data: string | undefined, flags: { config: string; format: string; json?: true }) => {
      const config = await configOf(flags);
      const place = data === undefined ? null : placeOf(data);
      const found = await withSandbox((sandbox) => diff(config, ref ?? null, place, sandbox));
      if (flags.json) print([JSON.stringify(found, null, 2)]);
      else print(flags.format === "md" ? diffMarkdown(found).trimEnd().split("\n") : diffTable(found));
    });

  command("explain <row>", "why the emitted pipeline answers a row as it does: a line of the data file, a row as JSON, or a JSON file")
    .option("--json", "print the explanation as JSON")
    .action(async (row: string, flags: { config: string; json?: true }) => {
      const config = await configOf(flags);
      const explanation = await withSandbox((sandbox) => explainRow(config, row, sandbox));
      print(flags.json ? [JSON.stringify(explanation, null, 2)] : explanationTable(explanation));
    });
}

function configOf({ config }: { readonly config: string }): Promise<Config> {
  return loadConfig(config);
}

/** Rows of a file, spelled as its ending says; a path from the working directory. */
function placeOf(file: string): Place {
  return findPlace({ file, format: null, delimiter: null, quote: null, query: null }, resolve("."));
}
