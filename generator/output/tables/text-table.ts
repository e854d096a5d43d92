import { open, rm } from "node:fs/promises";
import { renameSynced } from "../atomic.ts";
import type { TableCell, TableColumn, TableFile } from "./table-file.ts";

/** A table as lines of text: CSV with a header (RFC 4180, LF), or one JSON object a line. */
export async function openTextTable(path: string, columns: readonly TableColumn[], form: "csv" | "jsonl"): Promise<TableFile> {
  const stage = `${path}.tmp`;
  const file = await open(stage, "w");
  const print = form === "csv" ? csvLine : jsonLine(columns);
  if (form === "csv") await file.write(csvLine(columns.map(({ name }) => name)));
  return {
    write: async (rows) => {
      await file.write(rows.map(print).join(""));
    },
    finish: async () => {
      await file.sync();
      await file.close();
      await renameSynced(stage, path);
    },
    abandon: async () => {
      await file.close();
      await rm(stage, { force: true });
    },
  };
}

function csvLine(cells: readonly TableCell[]): string {
  return `${cells.map(csvCell).join(",")}\n`;
}

function csvCell(cell: TableCell): string {
  const text = cell === null ? "" : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function jsonLine(columns: readonly TableColumn[]): (cells: readonly TableCell[]) => string {
  return (cells) => `{${columns.map(({ name }, k) => `${JSON.stringify(name)}:${JSON.stringify(cells[k] ?? null)}`).join(",")}}\n`;
}
