import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { KilnError } from "../errors.ts";
import type { Dataset, Reject } from "../types.ts";
import { readCsv } from "./csv.ts";
import type { DataSource } from "./data-source.ts";
import { readHeader, type Header } from "./header.ts";
import { maskKeyOf } from "./mask-key.ts";
import { groupRows } from "./near-duplicates.ts";
import { readRows } from "./read-rows.ts";
import { labelRows } from "./target.ts";
import { withheldIn } from "./withheld.ts";

/** Everything that reading a file finds out. */
export interface Loaded {
  readonly dataset: Dataset;
  readonly rejects: readonly Reject[];
  /** Of the file's bytes, in hex. */
  readonly sha256: string;
  /** Headers of the file that the config does not name. */
  readonly ignored: readonly string[];
}

/**
 * Reads the rows of a file, strictly.
 *
 * @param onRejects Hears of all rejected rows, before too many of them stop the run.
 * @throws {KilnError} "data" when the file or a column is missing, when more than `maxRejects` rows are rejected, or when the target
 * cannot be learned.
 */
export async function load(source: DataSource, onRejects: (rejects: readonly Reject[]) => Promise<void> = async () => {}): Promise<Loaded> {
  const { file } = source;
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new KilnError("data", `${file} cannot be read (${error.code ?? error.message}); expected the CSV file that data.file names`);
  });
  const { records, rejects: broken } = await readCsv(bytes, file, source.delimiter, source.quote, source.maxRejects);
  const [first, ...rest] = records;
  const [firstBroken] = broken;
  if (firstBroken !== undefined && (first === undefined || firstBroken.line < first.line)) {
    throw new KilnError("data", `${file}:${firstBroken.line} is no header: ${firstBroken.reason}`);
  }
  if (first === undefined) throw new KilnError("data", `${file} is empty; expected a header and rows`);
  const where = `${file}:${first.line}`;
  const header = readHeader(first.cells, where);
  const { reads, rejects: unfit } = readRows(rest, header, first.cells.length, source, where);
  const rejects = [...broken, ...unfit].toSorted((a, b) => a.line - b.line);
  await onRejects(rejects);
  refuseRejects(rejects, reads.length, source.maxRejects, file);
  const rows = reads.map((read) => read.row);
  const columns = source.columns.filter((column) => column.kind !== "id");
  const lines = Int32Array.from(reads, (read) => read.line);
  const targets = reads.map((read) => read.target);
  const declaredGroups = reads.map((read) => read.group);
  const dataset: Dataset = {
    ...labelRows(targets, lines, source.target, file),
    columns,
    rows,
    lines,
    groups: groupRows(columns, rows, declaredGroups),
    order: ranks(reads.map((read) => read.seconds)),
    maskKey: maskKeyOf(rows, targets),
    withheld: withheldIn(columns, rows),
  };
  return { dataset, rejects, sha256: createHash("sha256").update(bytes).digest("hex"), ignored: ignoredHeaders(header, source) };
}

function refuseRejects(rejects: readonly Reject[], readable: number, maxRejects: number, file: string): void {
  const [first] = rejects;
  if (first !== undefined && rejects.length > maxRejects) {
    const rows = rejects.length === 1 ? "1 row is" : `${rejects.length} rows are`;
    throw new KilnError(
      "data",
      `${rows} unreadable, data.maxRejects allows ${maxRejects}; the first is ${file}:${first.line}: ${first.reason}`,
    );
  }
  if (readable > 0) return;
  const but = rejects.length === 0 ? "no rows" : `no readable row among ${rejects.length}`;
  throw new KilnError("data", `${file} has a header and ${but}; expected rows`);
}

function ignoredHeaders(header: Header, source: DataSource): string[] {
  const named = new Set([...source.columns.map((column) => column.name), ...source.leaks, source.target.column, source.time, source.group]);
  return [...header.keys()].filter((name) => !named.has(name));
}

/** Dense ranks: equal values stand at equal places, the smallest at 0. */
function ranks(values: readonly number[]): Int32Array {
  const places = new Map([...new Set(values)].toSorted((a, b) => a - b).map((value, place) => [value, place]));
  return Int32Array.from(values, (value) => places.get(value) ?? 0);
}
