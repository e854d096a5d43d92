#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { availableParallelism, hostname } from "node:os";
import { join } from "node:path";
import { check } from "./check.ts";
import { liveModel, surroundings } from "./cli/endpoint.ts";
import { ask, complain, print, printStage, progress, typed } from "./cli/terminal.ts";
import { type Controls, runControls } from "./controls.ts";
import { candidateTable, figureTable, tradeOffTable } from "./closing-tables.ts";
import type { Config } from "./config.ts";
import { readAsset } from "./data/assets.ts";
import { addDataCommands } from "./data-commands.ts";
import { dryRun } from "./dry-run.ts";
import { diskError, exitCodes, KilnError } from "./errors.ts";
import { exportFormat, exportForest } from "./export.ts";
import { generate } from "./generate.ts";
import { addIdeaCommands } from "./idea-commands.ts";
import { judgeFiles, verdictLines } from "./judge-files.ts";
import { openSandbox } from "./judge/sandbox/open-sandbox.ts";
import { openSandboxes } from "./judge/sandbox/open-sandboxes.ts";
import { loadConfig } from "./load-config.ts";
import { withLock } from "./output/lock.ts";
import { isTorn, recover } from "./output/publish.ts";
import { openReplies } from "./output/replies.ts";
import type { Ports } from "./ports.ts";
import { prompts } from "./prompts.ts";
import { addReviewCommands } from "./review-commands.ts";
import { configFlagFor } from "./next-commands.ts";
import { openStop } from "./stop.ts";
import { openTrainer } from "./train/trainer.ts";
import type { LanguageModel, ModelRequest } from "./asking.ts";
import type { Trainer } from "./learning.ts";
import type { Sandbox } from "./types.ts";

const program = new Command("kiln")
  .description("Learns from rows, with a language model as the compiler; emits plain TypeScript.")
  .version((JSON.parse(readAsset("package.json")) as { readonly version: string }).version)
  .exitOverride()
  .showHelpAfterError("(kiln --help lists the commands)");

const configFlag = ["-c, --config <file>", "config of the pipeline", "kiln.config.ts"] as const;

program
  .command("generate")
  .description("learn from the rows and emit the pipeline; asks a model only what no recorded reply answers")
  .option(...configFlag)
  .option("--workers <n>", "threads to train on; the answer does not depend on it", wholeNumber, availableParallelism())
  .option("--bundle", "also write bundle.mjs, the pipeline as one JavaScript file")
  .option("--dry-run", "only say what would be asked: calls, tokens, price")
  .option("--verbose", "also say every question, try and pause; never the key")
  .option("--shuffled-target", "a control that writes nothing: the last run's candidates against a target dealt at random; all must fail")
  .option("--anonymised-twin", "a control that writes nothing: learn with names and meanings of the columns hidden from the model")
  .action(async (flags: { config: string; workers: number; bundle?: true; dryRun?: true; verbose?: true } & Controls) => {
    const config = await loadConfig(flags.config);
    const hear = flags.verbose ? complain : (): void => {};
    await withPorts(flags.workers, async (sandbox, trainer) => {
      const ports = {
        store: openReplies(join(config.models, "replies")),
        live: flags.dryRun ? null : liveModel(config, hear),
        sandbox,
        trainer,
        onStage: flags.dryRun ? () => {} : printStage,
        onRequest: ({ stage, messages }: ModelRequest) =>
          hear(`question "${stage}": ${messages.reduce((sum, { content }) => sum + content.length, 0)} characters`),
      };
      if (flags.dryRun) return print(await dryRun(config, ports));
      if (flags.shuffledTarget || flags.anonymisedTwin)
        return print(await stoppable(ports, (watched) => runControls(config, watched, flags)));
      const learned = await alone(config, () => stoppable(ports, (watched) => generate(config, watched, flags.bundle === true)));
      print(["", ...candidateTable(learned), ...tradeOffTable(learned), "", ...figureTable(learned)]);
    });
  });

program
  .command("check")
  .description("emit again from models/ and compare with generated/: no data, no key, no network")
  .option(...configFlag)
  .action(async ({ config: file }: { config: string }) => {
    const config = await loadConfig(file);
    const { models, generated, name } = config;
    if (isTorn(config)) await alone(config, () => recover(config));
    const differences = await check({ models, generated }, configFlagFor(file, configFlag[2]));
    if (differences.length > 0) {
      throw new KilnError("check", differences.map(({ path, reason }) => `${path}: ${reason}`).join("\n"));
    }
    print([`generated/${name} is what models/${name} says`]);
  });

program
  .command("prompts")
  .description("print every prompt of the pipeline as it was or would be sent, up to the first without an answer")
  .option(...configFlag)
  .option("--stage <name>", 'only the prompt of this stage, such as "normalizers" or "steps 2"')
  .action(async ({ config: file, stage }: { config: string; stage?: string }) => {
    const config = await loadConfig(file);
    await withPorts(availableParallelism(), async (sandbox, trainer) => {
      print(
        await prompts(
          config,
          { store: openReplies(join(config.models, "replies")), live: null, sandbox, trainer, onStage: () => {}, onRequest: () => {} },
          stage ?? null,
        ),
      );
    });
  });

program
  .command("export")
  .description("print the forest in another form; pipe it to a file")
  .option(...configFlag)
  .option("--format <name>", "json, ml-random-forest or onnx", "ml-random-forest")
  .action(async ({ config: file, format }: { config: string; format: string }) => {
    const { models } = await loadConfig(file);
    const { content, lost } = await exportForest(models, exportFormat(format));
    if (lost !== null) process.stderr.write(`${lost}\n`);
    process.stdout.write(content);
  });

program
  .command("judge")
  .description("put files through the gates that need no rows; each holds its own Row, one exported function, and cases if it likes")
  .argument("<files...>")
  .option("--json", "print the verdicts as JSON")
  .action(async (files: string[], { json }: { json?: true }) => {
    const sandbox = openSandbox({});
    const verdicts = await judgeFiles(files, sandbox).finally(() => sandbox.close());
    print(json ? [JSON.stringify(verdicts, null, 2)] : verdictLines(verdicts));
    if (verdicts.some(({ verdict }) => verdict === "refused")) process.exitCode = exitCodes.check;
  });

addReviewCommands(program, {
  configFlag,
  print,
  withSandbox,
  withoutModel: (config, work) => alone(config, () => withPortsOf(() => null)(config, work)),
  besideRuns: withPortsOf(() => null),
});

addIdeaCommands(program, {
  configFlag,
  print,
  withModel: withPortsOf((config) => liveModel(config)),
  withoutModel: withPortsOf(() => null),
  typed,
  stopped,
});

/** Work with ports over a config's recorded replies and a live model, if there is one. */
function withPortsOf(liveOf: (config: Config) => LanguageModel | null) {
  return (config: Config, work: (ports: Ports) => Promise<void>): Promise<void> =>
    withPorts(availableParallelism(), (sandbox, trainer) =>
      work({
        store: openReplies(join(config.models, "replies")),
        live: liveOf(config),
        sandbox,
        trainer,
        onStage: printStage,
        onRequest: () => {},
      }),
    );
}

function stopped(): AbortSignal {
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  return stop.signal;
}

/** Works while no other run may write the folders of the pipeline. */
function alone<T>({ scratch }: Config, work: () => Promise<T>): Promise<T> {
  return withLock(scratch, { pid: process.pid, host: hostname() }, (pid) => process.kill(pid, 0), work);
}

/** Ctrl-C once ends the work when no answer is under way, twice ends it at once. */
function stoppable<T>(ports: Ports, work: (watched: Ports) => Promise<T>): Promise<T> {
  const stop = openStop();
  const interrupt = (): void => {
    if (!stop.request()) process.exit(exitCodes.interrupted);
    complain("stopping; an answer under way is waited for and kept. Ctrl-C again stops at once");
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  return stop.unlessStopped(work(stop.watched(ports)));
}

/** A whole pipeline takes more time a row than one step. */
async function withSandbox<T>(work: (sandbox: Sandbox) => Promise<T>): Promise<T> {
  const sandbox = openSandbox({ baseMs: 30_000, rowMs: 50 });
  return work(sandbox).finally(() => sandbox.close());
}

addDataCommands(program, {
  configFlag,
  print,
  withSandbox,
  ask: process.stdin.isTTY && process.stdout.isTTY ? ask : null,
  progress,
  surroundings,
});

/** Sandboxes beyond this would only wait for whoever reads the candidates. */
const mostSandboxes = 4;

async function withPorts(workers: number, work: (sandbox: Sandbox, trainer: Trainer) => Promise<void>): Promise<void> {
  const sandbox = openSandboxes(Math.max(1, Math.min(workers, mostSandboxes)));
  const trainer = openTrainer({ workers, workerFile: new URL("forest-worker.js", import.meta.url) });
  try {
    await work(sandbox, trainer);
  } finally {
    await Promise.all([sandbox.close(), trainer.close()]);
  }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new InvalidArgumentError("expected a whole number.");
  return Number(text);
}

try {
  await program.parseAsync();
} catch (error) {
  const stopped = error instanceof KilnError ? error : diskError(error);
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else if (stopped === null) throw error;
  else {
    process.stderr.write(`${process.stdout.isTTY ? "\n" : ""}kiln: ${stopped.message}\n`);
    process.exitCode = exitCodes[stopped.code];
    if (stopped.code === "interrupted") process.exit();
  }
}
