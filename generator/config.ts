import { resolve } from "node:path";
import { distance } from "fastest-levenshtein";
import { z } from "zod";
import { authorSchema } from "./author-schema.ts";
import { nameColumns } from "./column-names.ts";
import { forestSchema, limitsSchema } from "./config-forest.ts";
import { KilnError } from "./errors.ts";
import { findPlace, formats, nameOf, type Place } from "./place.ts";
import type { Column } from "./types.ts";

const columnSchema = z.strictObject({
  kind: z.enum(["text", "category", "number", "date", "id"]),
  /** One sentence for the model and the reader: what a cell says. */
  meaning: z.string().min(1),
  /**
   * What may leave the machine: `shape` counts and character classes; `values` cells without names, addresses, numbers of persons and
   * keys, as far as these are found; `masked` nor any long number or IP address; `raw` cells as they are. Rare categories only by `raw`.
   */
  send: z.enum(["never", "shape", "masked", "values", "raw"]).default("shape"),
  /** Name in emitted code, where the header is no identifier or a poor one. */
  as: z.string().optional(),
});

const holdout = z.number().gt(0).lt(0.9).default(0.25);

/** The one place of defaults. */
const configSchema = z.strictObject({
  /** Name of the pipeline: the folder in models/ and generated/. */
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, "expected lower-case letters, digits and dashes"),
  /** One sentence: what is predicted, for whom. */
  task: z.string().min(1),
  data: z.strictObject({
    /** Path from the folder of the config, or `postgres://…`. */
    file: z.string().min(1),
    /** How the rows are written; said by the name's ending unless it is here. A name may also end in .gz. */
    format: z.enum(formats).optional(),
    /** The SELECT whose rows are meant, for SQLite and PostgreSQL. */
    query: z.string().min(1).optional(),
    /** Of CSV; "," unless the name ends in .tsv. */
    delimiter: z.string().length(1).optional(),
    /** Of CSV; '"' unless it is here. */
    quote: z.string().length(1).optional(),
    /** Spellings of "missing" besides the empty cell. */
    nulls: z.array(z.string()).default([]),
    /** More unreadable rows than this stop the run. */
    maxRejects: z.int().min(0).default(0),
    /** Of more rows than this Kiln learns from a stable sample, by the hash of the group, else of the ids, else of the row. */
    maxRows: z.int().min(2).default(50_000),
    /** So, too, of rows whose cells have more characters than this together (any cell counts as three more): what keeps learning below 1 GB. */
    maxCharacters: z.int().min(1000).default(25_000_000),
  }),
  target: z.strictObject({
    column: z.string().min(1),
    kind: z.enum(["class", "number"]).default("class"),
    /** Old class name → the class it counts as. */
    merge: z.record(z.string(), z.string()).default({}),
  }),
  /** By header name, in the order in which rows and emitted code hold them. */
  columns: z.record(z.string(), columnSchema),
  /** Columns that are only known after the fact: never offered to anything. */
  leaks: z.array(z.string()).default([]),
  split: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("random"), holdout }),
      /** The last rows by this column are the holdout. */
      z.strictObject({ kind: z.literal("time"), column: z.string(), holdout }),
      /** Rows with the same cell in this column stay together. */
      z.strictObject({ kind: z.literal("group"), column: z.string(), holdout }),
    ])
    .default({ kind: "random", holdout: 0.25 }),
  author: authorSchema,
  keep: z
    .strictObject({
      /** Confidence of the interval that must lie above `minLift`. */
      confidence: z.number().gt(0.5).lt(1).default(0.95),
      /** Nats per row (squared units for numbers). */
      minLift: z.number().min(0).default(0),
      folds: z.int().min(2).max(20).default(5),
      repeats: z.int().min(1).max(20).default(3),
      /** Trees of the forests that candidates are weighed with. */
      trees: z.int().min(1).max(1000).default(100),
      /** Share of the target's uncertainty that a candidate may tell from one column alone before it is stopped as a leak; 1 stops none. */
      mostTold: z.number().gt(0).max(1).default(0.95),
      /** Share of its own tests' mutants that a candidate must notice. */
      mutationScore: z.number().min(0).max(1).default(0.8),
      /** Largest share of rows whose value may flip under a harmless rewrite. */
      maxFlips: z.number().min(0).max(1).default(1),
      /** Whether real, masked training rows join the emitted tests of a step, where its own cases do not notice a change to its code. */
      dataTests: z.boolean().default(false),
    })
    .prefault({}),
  forest: forestSchema,
  /** What the emitted forest may cost; where one is set, the build chooses trees, depth and leaf by out-of-bag loss. */
  limits: limitsSchema,
  /** How emitted files import each other: "ts" runs unbuilt on Node 22.18 and later, Deno and Bun. */
  importExtension: z.enum(["ts", "js"]).default("ts"),
  /** Folder, from that of the config, in which models/ and generated/ lie. */
  root: z.string().default("."),
  seed: z.int().min(0).max(4_294_967_295).default(1),
});

/** What is written in `kiln.config.ts`. */
export type UserConfig = z.input<typeof configSchema>;

/** What is read: complete, paths absolute, columns in order with their identifiers. */
export type Config = Omit<z.output<typeof configSchema>, "columns" | "root" | "data"> & {
  readonly columns: readonly Column[];
  readonly data: {
    /** As committed files may name it: no password, no path. */
    readonly file: string;
    readonly place: Place;
  } & Pick<z.output<typeof configSchema>["data"], "nulls" | "maxRejects" | "maxRows" | "maxCharacters">;
  /** `models/<name>` and `generated/<name>`. */
  readonly models: string;
  readonly generated: string;
  /** `.kiln/<name>`: what a run leaves for people, not for git. */
  readonly scratch: string;
};

/** Gives a config its type; returns it unchanged. */
export function defineConfig(config: UserConfig): UserConfig {
  return config;
}

/**
 * Checks a config and fills in what it leaves out.
 *
 * @param value Default export of the config file.
 * @param folder Folder of that file; relative paths start there.
 * @throws {KilnError} "config", one line a problem with path, what was found and what was expected.
 */
export function resolveConfig(value: unknown, folder: string): Config {
  const parsed = configSchema.safeParse(value);
  if (!parsed.success) throw new KilnError("config", parsed.error.issues.map((issue) => explain(issue)).join("\n"));
  const { columns, root, data, ...rest } = parsed.data;
  const home = resolve(folder, root);
  const config = {
    ...rest,
    columns: nameColumns(columns),
    data: readData(data, folder),
    models: resolve(home, "models", rest.name),
    generated: resolve(home, "generated", rest.name),
    scratch: resolve(home, ".kiln", rest.name),
  };
  checkReferences(config);
  return config;
}

function readData(
  { file, format, query, delimiter, quote, ...rest }: z.output<typeof configSchema>["data"],
  folder: string,
): Config["data"] {
  const wish = { file, format: format ?? null, query: query ?? null, delimiter: delimiter ?? null, quote: quote ?? null };
  const place = findPlace(wish, folder);
  return { ...rest, file: nameOf(place.kind, file), place };
}

function explain(issue: z.core.$ZodIssue): string {
  const at = issue.path.length === 0 ? "the config" : `\`${issue.path.join(".")}\``;
  if (issue.code !== "unrecognized_keys") return `${at}: ${issue.message}`;
  const known = keysAt(configSchema, issue.path);
  return issue.keys.map((key) => `${at}: unknown key \`${key}\`; did you mean \`${nearest(key, known)}\`?`).join("\n");
}

function nearest(key: string, known: readonly string[]): string {
  return known.toSorted((a, b) => distance(key, a) - distance(key, b) || (a < b ? -1 : 1))[0] ?? "";
}

/** Keys that the schema knows at a path; at a union the keys of every arm. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional)
    return keysAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => keysAt(option, path));
  const [head, ...rest] = path;
  if (schema instanceof z.ZodRecord) return keysAt(schema.valueType, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  if (head === undefined) return Object.keys(schema.shape);
  const next: unknown = new Map(Object.entries(schema.shape)).get(String(head));
  return next instanceof z.ZodType ? keysAt(next, rest) : [];
}

function checkReferences(config: Config): void {
  if (config.author.budget.money !== null && config.author.price === null)
    throw new KilnError("config", "`author.budget.money` needs `author.price`: without it nobody knows what a call costs");
  const named = new Set(config.columns.map((column) => column.name));
  const target = config.target.column;
  if (named.has(target)) throw new KilnError("config", `\`columns.${target}\` is the target; a pipeline must not read what it predicts`);
  if (config.leaks.includes(target))
    throw new KilnError("config", `\`leaks\` names the target ${target}; take it out, the target is never offered`);
  const leak = config.leaks.find((name) => named.has(name));
  if (leak !== undefined) throw new KilnError("config", `\`leaks\` and \`columns\` both name ${leak}; a leak is never an input`);
  if (config.columns.every((column) => column.kind === "id"))
    throw new KilnError("config", "`columns` has no input; name at least one that is not an id");
}
