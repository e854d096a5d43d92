import { basename, resolve } from "node:path";
import { KilnError } from "./errors.ts";

/** Where rows lie and how they are spelled there; `at` is an absolute path, of PostgreSQL the address with its password. */
export type Place =
  | { readonly kind: "csv"; readonly at: string; readonly delimiter: string; readonly quote: string }
  | { readonly kind: "jsonl" | "parquet"; readonly at: string }
  | { readonly kind: "sqlite" | "postgres"; readonly at: string; readonly query: string };

/** Forms in which rows are read. */
export const formats = ["csv", "jsonl", "parquet", "sqlite", "postgres"] as const;

/** How a user says where rows lie; null is "not said". */
interface PlaceWish {
  readonly file: string;
  readonly format: Place["kind"] | null;
  readonly delimiter: string | null;
  readonly quote: string | null;
  readonly query: string | null;
}

const endings: readonly (readonly [RegExp, Place["kind"]])[] = [
  [/^postgres(?:ql)?:\/\//, "postgres"],
  [/\.(?:csv|tsv)(?:\.gz)?$/i, "csv"],
  [/\.(?:jsonl|ndjson)(?:\.gz)?$/i, "jsonl"],
  [/\.parquet$/i, "parquet"],
  [/\.(?:sqlite3?|db)$/i, "sqlite"],
];

/**
 * The place that a wish names. The form is the said one, else that of the name's ending; the content is never looked at.
 *
 * @param folder Relative paths start here.
 * @throws {KilnError} "config" for an ending that says nothing, or settings of another form.
 */
export function findPlace({ file, format, delimiter, quote, query }: PlaceWish, folder: string): Place {
  const kind = format ?? endings.find(([ending]) => ending.test(file))?.[1];
  if (kind === undefined)
    throw new KilnError(
      "config",
      `${file} ends in no known form; expected .csv, .tsv, .jsonl, .parquet, .sqlite or postgres://…, or say \`format\``,
    );
  const only = (name: string, value: string | null, forms: readonly string[]): void => {
    if (value !== null && !forms.includes(kind))
      throw new KilnError("config", `\`${name}\` is for ${forms.join(" and ")}; ${nameOf(kind, file)} is ${kind}`);
  };
  only("delimiter", delimiter, ["csv"]);
  only("quote", quote, ["csv"]);
  only("query", query, ["sqlite", "postgres"]);
  const at = kind === "postgres" ? file : resolve(folder, file);
  if (kind === "csv") return { kind, at, delimiter: delimiter ?? (/\.tsv(?:\.gz)?$/i.test(file) ? "\t" : ","), quote: quote ?? '"' };
  if (kind === "jsonl" || kind === "parquet") return { kind, at };
  if (query === null) throw new KilnError("config", `${nameOf(kind, file)}: no \`query\`; expected the SELECT whose rows are meant`);
  return { kind, at, query };
}

/** The place as messages call it: the path, or of PostgreSQL host and database without user and password. */
export function labelOf({ kind, at }: Pick<Place, "kind" | "at">): string {
  if (kind !== "postgres") return at;
  const url = URL.canParse(at) ? new URL(at) : null;
  return url === null ? "the PostgreSQL address" : `PostgreSQL at ${url.host}${url.pathname}`;
}

/** The place as committed files may name it: nothing of this machine or of an account. */
export function nameOf(kind: Place["kind"], file: string): string {
  return kind === "postgres" ? "PostgreSQL" : file.includes("/") || file.includes("\\") ? basename(file) : file;
}
