import type { Row } from "../types.ts";
import { parseDate, parseNumber } from "./cells.ts";
import type { DataSource } from "./data-source.ts";
import { aDate, aNumber, cellReader, misfit } from "./read-cells.ts";
import { quoted } from "./quoted.ts";
import type { SourceRecord, Wanted } from "./sources/row-source.ts";

/** One readable row, before its target becomes a label. */
export interface ReadRow {
  readonly line: number;
  readonly row: Row;
  readonly target: string;
  /** When it happened, for a time split; else 0. */
  readonly seconds: number;
  readonly group: string | null;
  /** What decides whether the row is sampled where there are too many. */
  readonly key: string;
}

/** What to ask of a source, and how to read the records that it gives. */
interface RowReader {
  readonly wanted: readonly Wanted[];
  /** The row, or why there is none: a row that does not fit is rejected with the reason, never guessed at. */
  readonly read: (record: SourceRecord) => ReadRow | string;
}

export function rowReader(source: DataSource): RowReader {
  const wanted: Wanted[] = [];
  const want = (name: string, role: string): number => wanted.push({ name, role }) - 1;
  for (const leak of source.leaks) want(leak, "leak");
  const first = wanted.length;
  const target = want(source.target.column, "target column");
  const places = source.columns.map((column) => ({ column, at: want(column.name, "column") }));
  const time = source.time === null ? null : want(source.time, "time column");
  const group = source.group === null ? null : want(source.group, "group column");
  const inputs = places.filter(({ column }) => column.kind !== "id");
  const ids = places.filter(({ column }) => column.kind === "id");
  const names = wanted.map(({ name }) => name);
  const { textOf, rowOf } = cellReader(inputs, names, source.nulls);
  const keyOf = (cells: readonly (string | null)[]): string => {
    if (group !== null && textOf(cells, group) !== null) return cells[group] ?? "";
    return JSON.stringify(ids.length > 0 ? ids.map(({ at }) => cells[at]) : cells.slice(first));
  };
  const read = ({ line, cells }: SourceRecord): ReadRow | string => {
    const row = rowOf(cells);
    if (typeof row === "string") return row;
    const label = textOf(cells, target)?.trim();
    if (label === undefined) return `${quoted(source.target.column)} is missing; every row needs its target`;
    if (source.target.kind === "number" && parseNumber(label) === null) return misfit(source.target.column, label, aNumber);
    const when = time === null ? "0" : (textOf(cells, time)?.trim() ?? "");
    const seconds = parseDate(when) ?? parseNumber(when);
    if (seconds === null) return misfit(source.time ?? "", when, `${aDate} or a number`);
    return { line, row, target: label, seconds, group: group === null ? null : textOf(cells, group), key: keyOf(cells) };
  };
  return { wanted, read };
}
