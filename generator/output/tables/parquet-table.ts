import { rm } from "node:fs/promises";
import { duckdbSpec, optionalLibrary } from "../../optional-library.ts";
import { renameSynced } from "../atomic.ts";
import type { TableColumn, TableFile } from "./table-file.ts";

const types = { integer: "BIGINT", number: "DOUBLE", text: "VARCHAR" } as const;

/** A table as Parquet, gathered in a DuckDB file beside it, so that memory does not grow with the rows. */
export async function openParquetTable(path: string, columns: readonly TableColumn[]): Promise<TableFile> {
  const { DuckDBInstance } = await optionalLibrary(() => import("@duckdb/node-api"), "Parquet", duckdbSpec);
  const stage = `${path}.tmp`;
  const gathered = `${path}.tmp.duckdb`;
  const clear = async (): Promise<void> => {
    for (const left of [gathered, `${gathered}.wal`, `${gathered}.tmp`]) await rm(left, { force: true, recursive: true });
  };
  await clear();
  const instance = await DuckDBInstance.create(gathered, { threads: "1", memory_limit: "300MB" });
  const connection = await instance.connect();
  const named = columns.map(({ name, kind }) => `"${name.replaceAll('"', '""')}" ${types[kind]}`);
  await connection.run(`CREATE TABLE scores (${named.join(", ")})`);
  const appender = await connection.createAppender("scores");
  const close = (): void => {
    appender.closeSync();
    connection.closeSync();
    instance.closeSync();
  };
  return {
    write: async (rows) => {
      for (const row of rows) {
        for (const [k, cell] of row.entries()) {
          if (cell === null) appender.appendNull();
          else if (typeof cell === "string") appender.appendVarchar(cell);
          else if (columns[k]?.kind === "integer") appender.appendBigInt(BigInt(cell));
          else appender.appendDouble(cell);
        }
        appender.endRow();
      }
      appender.flushSync();
    },
    finish: async () => {
      await connection.run(`COPY (SELECT * FROM scores) TO '${stage.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`);
      close();
      await clear();
      await renameSynced(stage, path);
    },
    abandon: async () => {
      close();
      await clear();
      await rm(stage, { force: true });
    },
  };
}
