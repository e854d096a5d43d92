import { type Command, Option } from "commander";
import { resolve } from "node:path";
import { candidateTable, figureTable } from "./closing-tables.ts";
import type { Config } from "./config.ts";
import { acceptSteps, pinStep, rejectStep } from "./decide.ts";
import { diff } from "./diff.ts";
import { explainRow, explanationTable } from "./explain-row.ts";
import { loadConfig } from "./load-config.ts";
import { KilnError } from "./errors.ts";
import type { Learned } from "./learned.ts";
import { monitor } from "./monitor.ts";
import { configFlagFor, editedSteps } from "./next-commands.ts";
import { diffMarkdown, diffTable } from "./print-diff.ts";
import { alarmKinds, alarmsOf, monitorPage, monitorTable } from "./print-monitor.ts";
import { replaceFile } from "./output/atomic.ts";
import { findPlace, type Place } from "./place.ts";
import type { Ports } from "./ports.ts";
import { printReport } from "./report/print-report.ts";
import { reportInput } from "./report.ts";
import type { Sandbox } from "./types.ts";

/** What the command line lends to its commands. */
interface Desk {
  readonly configFlag: readonly [flags: string, description: string, value: string];
  readonly print: (lines: readonly string[]) => void;
  /** Ports without a live model: only recorded replies answer. */
  readonly withoutModel: (config: Config, work: (ports: Ports) => Promise<void>) => Promise<void>;
  /** The same while another run may write the folders. */
  readonly besideRuns: (config: Config, work: (ports: Ports) => Promise<void>) => Promise<void>;
  readonly withSandbox: <T>(work: (sandbox: Sandbox) => Promise<T>) => Promise<T>;
}

/** Commands for the reviewer of a pipeline: why this answer, what changed, is it still true. */
export function addReviewCommands(program: Command, { configFlag, print, withSandbox, withoutModel, besideRuns }: Desk): void {
  const flagOf = ({ config }: { readonly config: string }): string => configFlagFor(config, configFlag[2]);
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
            `models/${config.name}/decisions.json now says so; try it with \`npx vitest run generated/${config.name}\` and \`kiln check${flagOf(flags)}\`,`,
            "then commit it with models/ and generated/",
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
      else if (flags.format === "md") print(diffMarkdown(found).trimEnd().split("\n"));
      else print([...diffTable(found), ...(await editedSteps(config, flagOf(flags)))]);
    });

  command("monitor <fresh>", "whether fresh rows still look like those of learning, and with a target whether the answers still hold")
    .addOption(new Option("--format <name>", "how to print it").choices(["table", "json", "html"]).default("table"))
    .addOption(new Option("--fail-on <what>", "end with exit code 2 on an alarm of this kind").choices(alarmKinds))
    .action(async (fresh: string, flags: { config: string; format: string; failOn?: string }) => {
      const config = await configOf(flags);
      const found = await withSandbox((sandbox) => monitor(config, placeOf(fresh), sandbox));
      const alarms = alarmsOf(found, flags.failOn ?? "any");
      if (flags.format === "json") print([JSON.stringify({ ...found, alarms: alarmsOf(found) }, null, 2)]);
      else print(flags.format === "html" ? [monitorPage(found)] : monitorTable(found));
      if (flags.failOn !== undefined && alarms.length > 0) throw new KilnError("check", `${alarms.length} alarms; the first: ${alarms[0]}`);
    });

  command("report [file]", "one HTML page of the pipeline, on held-out rows; without a file it is printed")
    .option("--diff <ref>", "also show what is different from this commit")
    .action(async (file: string | undefined, flags: { config: string; diff?: string }) => {
      const config = await configOf(flags);
      await besideRuns(config, async (ports) => {
        const text = await printReport(await withSandbox((sandbox) => reportInput(config, flags.diff ?? null, sandbox, ports)));
        if (file === undefined) print([text.trimEnd()]);
        else await replaceFile(resolve(file), text);
      });
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
