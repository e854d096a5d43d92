import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { KilnError } from "../../errors.ts";
import { openParquetTable } from "./parquet-table.ts";
import type { TableColumn, TableFile } from "./table-file.ts";
import { openTextTable } from "./text-table.ts";

/**
 * Starts a table in the form that the name's ending says.
 *
 * @throws {KilnError} "usage" for another ending, or when the library of that form is not installed.
 */
export async function openTable(path: string, columns: readonly TableColumn[]): Promise<TableFile> {
  const form = /\.(csv|jsonl|parquet)$/i.exec(path)?.[1]?.toLowerCase();
  if (form === undefined) throw new KilnError("usage", `${path}: found no known ending; expected .csv, .jsonl or .parquet`);
  await mkdir(dirname(path), { recursive: true });
  return form === "parquet" ? openParquetTable(path, columns) : openTextTable(path, columns, form === "csv" ? "csv" : "jsonl");
}
