import type { Command } from "commander";
import type { Config } from "./config.ts";
import { explainRow, explanationTable } from "./explain-row.ts";
import { loadConfig } from "./load-config.ts";
import type { Sandbox } from "./types.ts";

/** What the command line lends to its commands. */
interface Desk {
  readonly configFlag: readonly [flags: string, description: string, value: string];
  readonly print: (lines: readonly string[]) => void;
  readonly withSandbox: <T>(work: (sandbox: Sandbox) => Promise<T>) => Promise<T>;
}

/** Commands for the reviewer of a pipeline: why this answer, what changed, is it still true. */
export function addReviewCommands(program: Command, { configFlag, print, withSandbox }: Desk): void {
  const command = (usage: string, description: string): Command =>
    program
      .command(usage)
      .description(description)
      .option(...configFlag);

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
