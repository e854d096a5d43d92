import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { DataSource } from "../../generator/data/data-source.ts";
import { withheldIn } from "../../generator/data/withheld.ts";
import type { Column, ColumnKind, Dataset, Row } from "../../generator/types.ts";

export const folder = mkdtempSync(join(tmpdir(), "kiln-data-"));
afterAll(() => rmSync(folder, { recursive: true }));

export function column(property: string, kind: ColumnKind, send: Column["send"] = "values"): Column {
  return { name: property, property, kind, meaning: `The ${property}.`, send };
}

/** A file with this content and the settings to read it: inputs `text`, `n`, `day`, target `y`. */
export function sourceOf(content: string | Uint8Array, changes: Partial<DataSource> = {}): DataSource {
  const file = join(folder, "rows.csv");
  writeFileSync(file, content);
  return {
    place: csvAt(file),
    nulls: ["N/A"],
    maxRejects: 0,
    maxRows: 100_000,
    maxCharacters: 25_000_000,
    columns: [column("text", "text")],
    target: { kind: "class", column: "y", sentence: "", merge: new Map() },
    leaks: [],
    time: null,
    group: null,
    ...changes,
  };
}

/** A file of plain CSV. */
export function csvAt(at: string): DataSource["place"] {
  return { kind: "csv", at, delimiter: ",", quote: '"' };
}

/** Rows of one class target, every row its own group unless told otherwise. */
export function datasetOf(
  columns: readonly Column[],
  rows: readonly Row[],
  labels: readonly string[],
  groups?: readonly number[],
): Dataset {
  const [first, ...rest] = [...new Set(labels)].toSorted();
  const classes: readonly [string, ...string[]] = [first ?? "", ...rest];
  return {
    task: { kind: "class", column: "y", classes, sentence: "" },
    columns,
    rows,
    target: Float64Array.from(labels, (label) => classes.indexOf(label)),
    lines: Int32Array.from(rows, (_, i) => i + 2),
    groups: Int32Array.from(groups ?? rows.keys()),
    order: new Int32Array(rows.length),
    maskKey: "00",
    withheld: withheldIn(columns, rows),
  };
}
