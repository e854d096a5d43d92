import type { Cell, Column, Reject, Row } from "../types.ts";
import { parseDate, parseNumber } from "./cells.ts";
import type { CsvRecord } from "./csv.ts";
import type { DataSource } from "./data-source.ts";
import { placeOf, type Header } from "./header.ts";
import { quoted } from "./quoted.ts";

/** One readable row, before its target becomes a label. */
interface ReadRow {
  readonly line: number;
  readonly row: Row;
  readonly target: string;
  /** When it happened, for a time split; else 0. */
  readonly seconds: number;
  readonly group: string | null;
}

/** Where in a record each thing stands that the config names. */
interface Places {
  readonly width: number;
  readonly inputs: readonly { readonly column: Column; readonly at: number }[];
  readonly target: number;
  readonly time: number | null;
  readonly group: number | null;
}

/**
 * Reads each record by the declared kinds of its cells; a row that does not fit is rejected with the reason, never guessed at.
 *
 * @throws {KilnError} "data" when the header lacks a column that the config names.
 */
export function readRows(
  records: readonly CsvRecord[],
  header: Header,
  width: number,
  source: DataSource,
  where: string,
): { readonly reads: readonly ReadRow[]; readonly rejects: readonly Reject[] } {
  const places = placesOf(header, width, source, where);
  const nulls = new Set(source.nulls);
  const reads: ReadRow[] = [];
  const rejects: Reject[] = [];
  for (const record of records) {
    const found = readRow(record, places, nulls, source);
    if (typeof found === "string") rejects.push({ line: record.line, reason: found });
    else reads.push(found);
  }
  return { reads, rejects };
}

function placesOf(header: Header, width: number, source: DataSource, where: string): Places {
  const place = (name: string, role: string): number => placeOf(header, name, role, where);
  for (const leak of source.leaks) place(leak, "leak");
  return {
    width,
    target: place(source.target.column, "target column"),
    inputs: source.columns.map((column) => ({ column, at: place(column.name, "column") })).filter(({ column }) => column.kind !== "id"),
    time: source.time === null ? null : place(source.time, "time column"),
    group: source.group === null ? null : place(source.group, "group column"),
  };
}

/** The row, or why there is none. */
function readRow({ line, cells }: CsvRecord, places: Places, nulls: ReadonlySet<string>, source: DataSource): ReadRow | string {
  if (cells.length !== places.width) return `${cells.length} cells; the header has ${places.width}`;
  const nul = cells.findIndex((cell) => cell.includes("\0"));
  if (nul !== -1) return `a NUL character in cell ${nul + 1}`;
  const textAt = (at: number): string | null => {
    const text = cells[at] ?? "";
    return text.trim() === "" || nulls.has(text.trim()) ? null : text;
  };
  const entries: [string, Cell][] = [];
  for (const { column, at } of places.inputs) {
    const text = textAt(at);
    const cell = text === null ? null : readCell(text, column);
    if (text !== null && cell === null) return misfit(column.name, text, column.kind === "number" ? aNumber : aDate);
    entries.push([column.property, cell]);
  }
  const target = textAt(places.target)?.trim();
  if (target === undefined) return `${quoted(source.target.column)} is missing; every row needs its target`;
  if (source.target.kind === "number" && parseNumber(target) === null) return misfit(source.target.column, target, aNumber);
  const time = places.time === null ? "0" : (textAt(places.time)?.trim() ?? "");
  const seconds = parseDate(time) ?? parseNumber(time);
  if (seconds === null) return misfit(source.time ?? "", time, `${aDate} or a number`);
  return { line, row: Object.fromEntries(entries), target, seconds, group: places.group === null ? null : textAt(places.group) };
}

const aNumber = "a plain number like -1.5";
const aDate = "an ISO date like 2026-01-31 or 2026-01-31T08:30";

function misfit(name: string, found: string, expected: string): string {
  return `${quoted(name)} is ${quoted(found)}; expected ${expected}`;
}

/** The cell as its kind reads it; null when it cannot. */
function readCell(text: string, { kind }: Column): Cell {
  if (kind === "number") return parseNumber(text.trim());
  if (kind === "date") return parseDate(text.trim()) === null ? null : text.trim();
  return text;
}
