import { access } from "node:fs/promises";
import { KilnError } from "../../errors.ts";
import type { Reject } from "../../types.ts";
import { placeOf, readHeader } from "../header.ts";
import { oneLine } from "../../one-line.ts";
import { optionalLibrary, sqliteSpec } from "../../optional-library.ts";
import type { Reading, SourceRecord, Wanted } from "./row-source.ts";
import { asSubquery } from "./sql-query.ts";

type Row = Readonly<Record<string, unknown>>;
const batchRows = 2000;

/** The rows of a query on a SQLite file, which is opened for reading only. A cell counts as what it is, not as its column is declared. */
export async function openSqlite(place: { readonly at: string; readonly query: string }, wanted: readonly Wanted[]): Promise<Reading> {
  const { at: file, query } = place;
  const { default: sqlite } = await optionalLibrary(() => import("node-sqlite3-wasm"), "SQLite", sqliteSpec);
  await access(file).catch((error: NodeJS.ErrnoException) => {
    throw new KilnError("data", `${file} cannot be read (${error.code ?? error.message}); expected a SQLite file`);
  });
  let names: readonly string[] = [];
  async function* batches(): AsyncGenerator<readonly (SourceRecord | Reject)[]> {
    let line = 0;
    let batch: (SourceRecord | Reject)[] = [];
    const database = new sqlite.Database(file, { readOnly: true, fileMustExist: true });
    try {
      const statement = database.prepare(`SELECT * FROM ${asSubquery(query)}`);
      for (const row of statement.iterate() as Iterable<Row>) {
        if (line === 0) {
          names = Object.keys(row);
          const header = readHeader(names, file);
          for (const { name, role } of wanted) placeOf(header, name, role, `the query on ${file}`);
        }
        batch.push(readRow(row, ++line, wanted));
        if (batch.length < batchRows) continue;
        yield batch;
        batch = [];
      }
      yield batch;
    } catch (error) {
      throw error instanceof KilnError ? error : explain(error, file);
    } finally {
      database.close();
    }
  }
  return { batches: batches(), share: () => null, facts: () => ({ sha256: null, names }) };
}

function readRow(row: Row, line: number, wanted: readonly Wanted[]): SourceRecord | Reject {
  const cells: (string | null)[] = [];
  for (const { name } of wanted) {
    const cell = row[name];
    if (cell instanceof Uint8Array) return { line, reason: `${JSON.stringify(name)} is a BLOB; expected text or a number` };
    cells.push(cell === null || cell === undefined ? null : String(cell));
  }
  return { line, cells };
}

function explain(error: unknown, file: string): KilnError {
  const said = oneLine(error);
  const locked = said.includes("locked") ? `; another program holds it, or was killed: then remove ${file}.lock` : "";
  return new KilnError("data", `${file}: SQLite says "${said}"${locked}`);
}
