import type { DuckDBConnection } from "@duckdb/node-api";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { KilnError } from "../../errors.ts";
import type { Place } from "../../place.ts";
import type { Reject } from "../../types.ts";
import { placeOf, readHeader } from "../header.ts";
import { quoted } from "../quoted.ts";
import { oneLine } from "../../one-line.ts";
import { duckdbSpec, optionalLibrary } from "../../optional-library.ts";
import type { Reading, SourceRecord, Wanted } from "./row-source.ts";

/** How a column of a type becomes text; of types that no cell can hold there is none. */
const plainTypes =
  /^(?:VARCHAR|BOOLEAN|U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\)|DATE|TIMESTAMP(?:_S|_MS|_NS)?|UUID|ENUM\(.*\))$/;
const zonedType = "TIMESTAMP WITH TIME ZONE";

/** Parquet through DuckDB, in the order of the file; the types of the file count, never a guess. A time with a zone comes in UTC. */
export async function openParquet(place: Extract<Place, { kind: "jsonl" | "parquet" }>, wanted: readonly Wanted[]): Promise<Reading> {
  const { at: file } = place;
  const { DuckDBInstance } = await optionalLibrary(() => import("@duckdb/node-api"), "Parquet", duckdbSpec);
  await access(file).catch((error: NodeJS.ErrnoException) => {
    throw new KilnError("data", `${file} cannot be read (${error.code ?? error.message}); expected a file of rows`);
  });
  const instance = await DuckDBInstance.create(":memory:", { threads: "1", memory_limit: "400MB" });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    const pattern = literally(file);
    const types = await typesOf(connection, pattern, file);
    const header = readHeader([...types.keys()], file);
    for (const { name, role } of wanted) placeOf(header, name, role, file);
    const cells = wanted.map(({ name }) => asText(name, types.get(name) ?? "", file));
    const rows = await connection.runAndReadAll("SELECT count(*)::VARCHAR FROM read_parquet(?)", [pattern]);
    const total = Number(rows.getRows()[0]?.[0] ?? 0);
    const sha256 = createHash("sha256");
    await pipeline(createReadStream(file), sha256);
    const digest = sha256.digest("hex");
    let read = 0;
    const batches = rowsOf(connection, `SELECT ${cells.join(", ")} FROM read_parquet(?)`, pattern, file, close, (n) => (read = n));
    return { batches, share: () => (total === 0 ? 1 : read / total), facts: () => ({ sha256: digest, names: [...types.keys()] }) };
  } catch (error) {
    close();
    throw error;
  }
}

/** DuckDB takes a path for a pattern: what is special there loses its meaning in brackets. */
function literally(path: string): string {
  return path.replace(/[[*?]/g, "[$&]");
}

async function typesOf(connection: DuckDBConnection, pattern: string, file: string): Promise<Map<string, string>> {
  const rows = await connection.runAndReadAll("DESCRIBE SELECT * FROM read_parquet(?)", [pattern]).catch((error: unknown) => {
    throw new KilnError("data", `${file} is no readable Parquet file (${oneLine(error)})`);
  });
  return new Map(rows.getRows().map(([name, type]) => [String(name), String(type)]));
}

function asText(name: string, type: string, file: string): string {
  const column = `"${name.replaceAll('"', '""')}"`;
  if (type === zonedType) return `CAST(${column} AT TIME ZONE 'UTC' AS VARCHAR) || 'Z'`;
  if (plainTypes.test(type)) return `CAST(${column} AS VARCHAR)`;
  throw new KilnError("data", `${file}: column ${quoted(name)} is ${type}; expected text, numbers, booleans, dates or times`);
}

async function* rowsOf(
  connection: DuckDBConnection,
  sql: string,
  pattern: string,
  file: string,
  close: () => void,
  onRead: (rows: number) => void,
): AsyncGenerator<readonly (SourceRecord | Reject)[]> {
  let line = 0;
  try {
    const result = await connection.stream(sql, [pattern]);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return;
      const rows = chunk.getRows().map((cells) => ({ line: ++line, cells: cells.map((cell) => (cell === null ? null : String(cell))) }));
      onRead(line);
      yield rows;
    }
  } catch (error) {
    if (error instanceof KilnError) throw error;
    throw new KilnError("data", `${file} cannot be read after row ${line} (${oneLine(error)})`);
  } finally {
    close();
  }
}
