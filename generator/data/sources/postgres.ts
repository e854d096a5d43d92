import type { Client } from "pg";
import { KilnError } from "../../errors.ts";
import { labelOf } from "../../place.ts";
import type { Reject } from "../../types.ts";
import { placeOf, readHeader } from "../header.ts";
import { quoted } from "../quoted.ts";
import { oneLine } from "../../one-line.ts";
import { optionalLibrary, pgSpec } from "../../optional-library.ts";
import type { Reading, SourceRecord, Wanted } from "./row-source.ts";
import { asSubquery } from "./sql-query.ts";

type Batch = readonly (SourceRecord | Reject)[];
type Read = (text: string) => string;
const batchRows = 2000;

/** Types of columns that become text, by the name that PostgreSQL gives them; an enumeration is text too. */
const readers: ReadonlyMap<string, Read> = new Map<string, Read>([
  ...["int2", "int4", "int8", "numeric", "float4", "float8", "text", "varchar", "name", "citext", "uuid", "date", "timestamp"].map(
    (type): [string, Read] => [type, asIs],
  ),
  ["bool", (text) => (text === "t" ? "true" : "false")],
  ["bpchar", (text) => text.trimEnd()],
  ["timestamptz", (text) => text.replace(/([+-]\d\d)$/, "$1:00")],
]);

function asIs(text: string): string {
  return text;
}

/** The rows of a query on a PostgreSQL server, through a cursor in a read-only transaction; times with a zone come in UTC. */
export async function openPostgres(place: { readonly at: string; readonly query: string }, wanted: readonly Wanted[]): Promise<Reading> {
  const label = labelOf({ kind: "postgres", at: place.at });
  const { default: pg } = await optionalLibrary(() => import("pg"), "PostgreSQL", pgSpec);
  const client = new pg.Client({
    connectionString: place.at,
    connectionTimeoutMillis: 15_000,
    types: { getTypeParser: () => asIs as never },
  });
  client.on("error", () => {});
  await client.connect().catch((error: unknown) => {
    throw new KilnError("data", `${label} does not let kiln in (${oneLine(error)})`);
  });
  let names: readonly string[] = [];
  const batches = rowsOf(client, place.query, label, wanted, (seen) => (names = seen));
  return { batches, share: () => null, facts: () => ({ sha256: null, names }) };
}

async function* rowsOf(
  client: Client,
  query: string,
  label: string,
  wanted: readonly Wanted[],
  onNames: (names: readonly string[]) => void,
): AsyncGenerator<Batch> {
  try {
    await client.query("BEGIN READ ONLY");
    await client.query("SET LOCAL TIME ZONE 'UTC'; SET LOCAL DATESTYLE = 'ISO'; SET LOCAL extra_float_digits = 1");
    await client.query(`DECLARE kiln NO SCROLL CURSOR FOR SELECT * FROM ${asSubquery(query)} AS query`);
    let line = 0;
    let pick: ((cells: readonly (string | null)[]) => (string | null)[]) | null = null;
    for (;;) {
      const { fields, rows } = await client.query<(string | null)[]>({ text: `FETCH FORWARD ${batchRows} FROM kiln`, rowMode: "array" });
      if (pick === null) {
        onNames(fields.map(({ name }) => name));
        pick = await picker(client, fields, wanted, label);
      }
      if (rows.length === 0) return;
      const choose = pick;
      yield rows.map((cells) => ({ line: ++line, cells: choose(cells) }));
    }
  } catch (error) {
    throw error instanceof KilnError ? error : new KilnError("data", `${label} says "${oneLine(error)}"`);
  } finally {
    await client.end().catch(() => {});
  }
}

async function picker(
  client: Client,
  fields: readonly { readonly name: string; readonly dataTypeID: number }[],
  wanted: readonly Wanted[],
  label: string,
): Promise<(cells: readonly (string | null)[]) => (string | null)[]> {
  const header = readHeader(
    fields.map(({ name }) => name),
    `the query on ${label}`,
  );
  const places = wanted.map(({ name, role }) => placeOf(header, name, role, `the query on ${label}`));
  const { rows } = await client.query<[oid: string, name: string, kind: string]>({
    text: "SELECT oid, typname, typtype FROM pg_type WHERE oid = ANY($1)",
    values: [fields.map(({ dataTypeID }) => dataTypeID)],
    rowMode: "array",
  });
  const types = new Map(rows.map(([oid, name, kind]) => [Number(oid), { name, kind }]));
  const picks = places.map((at) => {
    const type = types.get(fields[at]?.dataTypeID ?? 0);
    const read = type?.kind === "e" ? asIs : readers.get(type?.name ?? "");
    if (read !== undefined) return { at, read };
    throw new KilnError(
      "data",
      `column ${quoted(fields[at]?.name ?? "")} of the query on ${label} is ${type?.name ?? "of an unknown type"}; expected text, numbers, booleans, dates or times`,
    );
  });
  return (cells) =>
    picks.map(({ at, read }) => {
      const cell = cells[at] ?? null;
      return cell === null ? null : read(cell);
    });
}
