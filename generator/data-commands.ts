import { InvalidArgumentError, type Command } from "commander";
import { resolve } from "node:path";
import { doctor, type Surroundings } from "./doctor.ts";
import { KilnError } from "./errors.ts";
import { type Ask, init, splitConfigPath } from "./init.ts";
import { loadConfig } from "./load-config.ts";
import { findPlace, formats, type Place } from "./place.ts";
import { score } from "./score.ts";
import type { Sandbox } from "./types.ts";

/** What the command line lends to its commands. */
interface Desk {
  readonly configFlag: readonly [flags: string, description: string, value: string];
  readonly print: (lines: readonly string[]) => void;
  /** Shows how far a run is, where there is a terminal. */
  readonly progress: (share: number | null, text: string) => void;
  /** Null where nobody sits at a terminal. */
  readonly ask: Ask;
  readonly surroundings: (online: boolean) => Surroundings;
  readonly withSandbox: <T>(work: (sandbox: Sandbox) => Promise<T>) => Promise<T>;
}

/** How rows are named on the command line. */
interface PlaceFlags {
  readonly format?: Place["kind"];
  readonly query?: string;
  readonly delimiter?: string;
}

/** Commands around rows: begin with some, score some, and see whether all is well. */
export function addDataCommands(program: Command, desk: Desk): void {
  withPlaceFlags(program.command("init [data]"))
    .description(
      "look at rows, propose a config and write it, with .gitattributes, npm scripts and a CI workflow; nothing leaves the machine",
    )
    .option(...desk.configFlag)
    .option("--target <column>", "what is to be predicted")
    .option("-y, --yes", "take every proposal without a question")
    .action(async (data: string | undefined, flags: PlaceFlags & { config: string; target?: string; yes?: true }) => {
      if (!flags.yes && desk.ask === null) throw new KilnError("usage", "init has questions and found no terminal; expected --yes");
      const ask = flags.yes ? null : desk.ask;
      const file = data ?? (ask === null ? "" : await ask("Where are the rows? A file or postgres://…", ""));
      if (file === "") throw new KilnError("usage", "init found no data; expected a file or postgres://…, such as `kiln init rows.csv`");
      const { folder, file: configFile } = splitConfigPath(flags.config);
      desk.print(await init(folder, configFile, placeOf(file, flags), flags.target ?? null, ask));
    });

  program
    .command("doctor")
    .description("look at Node, the sandbox, the key, the optional libraries, the config and line ends")
    .option(...desk.configFlag)
    .option("--online", "also ask the endpoint whether it is there")
    .action(async ({ config, online }: { config: string; online?: true }) => {
      const findings = await desk.withSandbox((sandbox) => doctor(config, desk.surroundings(online === true), sandbox));
      const signs = { ok: "✔", note: "·", bad: "✘" } as const;
      desk.print(findings.map(({ sign, text }) => `${signs[sign]} ${text}`));
      const bad = findings.filter(({ sign }) => sign === "bad").length;
      if (bad > 0) throw new KilnError("check", `${bad} of ${findings.length} findings need care`);
    });

  withPlaceFlags(program.command("score <data>"))
    .description("answer every row of a file or query with the emitted pipeline, as it streams by")
    .option(...desk.configFlag)
    .requiredOption("-o, --out <file>", "the table to write: .csv, .jsonl or .parquet")
    .option("--max-rejects <n>", "more unreadable rows than this stop the run (default: data.maxRejects)", wholeNumber)
    .action(async (data: string, flags: PlaceFlags & { config: string; out: string; maxRejects?: number }) => {
      const config = await loadConfig(flags.config);
      const place = placeOf(data, { ...dialectOf(config.data.place), ...flags });
      const { rows, rejects } = await score(config, place, resolve(flags.out), flags.maxRejects ?? config.data.maxRejects, (scored) =>
        desk.progress(scored.share, `${scored.rows} rows, ${scored.rejects} rejected`),
      );
      desk.print([
        `${rows} rows answered in ${flags.out}, ${rejects} rejected${rejects > 0 ? ` (.kiln/${config.name}/score-rejects.csv)` : ""}`,
      ]);
    });
}

function withPlaceFlags(command: Command): Command {
  return command
    .option("--format <name>", `how the rows are written: ${formats.join(", ")} (default: by the name's ending)`, format)
    .option("--query <sql>", "the SELECT whose rows are meant, for SQLite and PostgreSQL")
    .option("--delimiter <sign>", "of CSV");
}

/** CSV is scored in the dialect that it was learned in, unless a flag says otherwise. */
function dialectOf(place: Place): { delimiter?: string } {
  return place.kind === "csv" && place.delimiter !== "," ? { delimiter: place.delimiter } : {};
}

function placeOf(file: string, { format: said, query, delimiter }: PlaceFlags): Place {
  const kind = findPlace({ file, format: said ?? null, delimiter: null, quote: null, query: query ?? null }, ".").kind;
  return findPlace(
    { file, format: said ?? null, delimiter: kind === "csv" ? (delimiter ?? null) : null, quote: null, query: query ?? null },
    resolve("."),
  );
}

function format(text: string): Place["kind"] {
  const known = formats.find((name) => name === text);
  if (known === undefined) throw new InvalidArgumentError(`expected ${formats.join(", ")}.`);
  return known;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("expected a whole number.");
  return Number(text);
}
