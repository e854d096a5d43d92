import { createHash } from "node:crypto";
import { KilnError } from "../errors.ts";
import { labelOf } from "../place.ts";
import type { Dataset, Reject } from "../types.ts";
import type { DataSource } from "./data-source.ts";
import { maskKeyOf } from "./mask-key.ts";
import { groupRows } from "./near-duplicates.ts";
import { rowReader, type ReadRow } from "./read-rows.ts";
import { openSample } from "./sample.ts";
import { openSource } from "./sources/open-source.ts";
import { refuseTargetCopies } from "./target-copies.ts";
import { labelRows } from "./target.ts";
import { withheldIn } from "./withheld.ts";

/** Everything that reading a source finds out. */
export interface Loaded {
  readonly dataset: Dataset;
  /** Rows that could be read; more than the dataset has where only a sample was kept. */
  readonly readable: number;
  readonly rejects: readonly Reject[];
  /** Of the file's bytes, in hex; of a query, of the rows that were kept. */
  readonly sha256: string;
  /** Columns of the source that the config does not name. */
  readonly ignored: readonly string[];
}

/** So many rejects beyond the allowed end the reading: the reasons are plain by then. */
const furtherRejects = 1000;

/**
 * Reads the rows of a source, strictly, as a stream: memory is bounded by `maxRows` and `maxCharacters`.
 *
 * @param onRejects Hears of all rejected rows, before too many of them stop the run.
 * @throws {KilnError} "data" when the source or a column is missing, when more than `maxRejects` rows are rejected, or when the target
 * cannot be learned.
 */
export async function load(source: DataSource, onRejects: (rejects: readonly Reject[]) => Promise<void> = async () => {}): Promise<Loaded> {
  const label = labelOf(source.place);
  const { reads, readable, rejects, sha256, names } = await readAll(source);
  await onRejects(rejects);
  refuseRejects(rejects, source.maxRejects, label);
  refuseNone(rejects, readable, source.place.kind, label);
  const rows = reads.map((read) => read.row);
  const columns = source.columns.filter((column) => column.kind !== "id");
  const lines = Int32Array.from(reads, (read) => read.line);
  const targets = reads.map((read) => read.target);
  const declaredGroups = reads.map((read) => read.group);
  const labels = labelRows(targets, lines, source.target, label);
  refuseTargetCopies(columns, rows, labels.target, labels.task, label);
  const dataset: Dataset = {
    ...labels,
    columns,
    rows,
    lines,
    groups: groupRows(columns, rows, declaredGroups),
    order: ranks(reads.map((read) => read.seconds)),
    maskKey: maskKeyOf(rows, targets),
    withheld: withheldIn(columns, rows),
  };
  return { dataset, readable, rejects, sha256: sha256 ?? hashOf(reads), ignored: ignoredNames(names, source) };
}

async function readAll(source: DataSource): Promise<{
  readonly reads: readonly ReadRow[];
  readonly readable: number;
  readonly rejects: readonly Reject[];
  readonly sha256: string | null;
  readonly names: readonly string[];
}> {
  const { wanted, read } = rowReader(source);
  const sample = openSample<ReadRow>({ items: source.maxRows, size: source.maxCharacters, sizeOf });
  const rejects: Reject[] = [];
  const { batches, facts } = await openSource(source.place, wanted);
  for await (const batch of batches) {
    for (const record of batch) {
      const found = "reason" in record ? record.reason : read(record);
      if (typeof found === "string") rejects.push({ line: record.line, reason: found });
      else sample.add(found.key, found);
    }
    if (rejects.length > source.maxRejects + furtherRejects) break;
  }
  const { sha256, names } = facts();
  const reads = sha256 === null ? inOwnOrder(sample.items()) : sample.items();
  return { reads, readable: sample.seen(), rejects, sha256, names };
}

/** What a cell takes besides its text, in characters. */
const cellSize = 3;

/** Characters of a row's texts, and three a cell. */
function sizeOf({ row }: ReadRow): number {
  return Object.values(row).reduce<number>((sum, cell) => sum + cellSize + (typeof cell === "string" ? cell.length : 0), 0);
}

/** Rows of a query, which has no order of its own, in the order of what they hold. */
function inOwnOrder(reads: readonly ReadRow[]): ReadRow[] {
  const spelled = reads.map((read) => ({ read, text: spell(read) }));
  return spelled.toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)).map(({ read }) => read);
}

function hashOf(reads: readonly ReadRow[]): string {
  const hash = createHash("sha256");
  for (const read of reads) hash.update(`${spell(read)}\n`);
  return hash.digest("hex");
}

/** All that counts of a row, the same for equal rows. */
function spell({ key, row, target, seconds, group }: ReadRow): string {
  return JSON.stringify([key, row, target, seconds, group]);
}

function refuseRejects(rejects: readonly Reject[], maxRejects: number, file: string): void {
  const [first] = rejects;
  if (first !== undefined && rejects.length > maxRejects) {
    const stopped = rejects.length > maxRejects + furtherRejects ? "at least " : "";
    const rows = rejects.length === 1 ? "1 row is" : `${stopped}${rejects.length} rows are`;
    throw new KilnError(
      "data",
      `${rows} unreadable, data.maxRejects allows ${maxRejects}; the first is ${file}:${first.line}: ${first.reason}`,
    );
  }
}

function refuseNone(rejects: readonly Reject[], readable: number, kind: DataSource["place"]["kind"], file: string): void {
  if (readable > 0) return;
  const but = rejects.length === 0 ? "no rows" : `no readable row among ${rejects.length}`;
  throw new KilnError("data", `${file} has ${kind === "csv" ? "a header and " : ""}${but}; expected rows`);
}

function ignoredNames(names: readonly string[], source: DataSource): string[] {
  const named = new Set([...source.columns.map((column) => column.name), ...source.leaks, source.target.column, source.time, source.group]);
  return names.filter((name) => !named.has(name));
}

/** Dense ranks: equal values stand at equal places, the smallest at 0. */
function ranks(values: readonly number[]): Int32Array {
  const places = new Map([...new Set(values)].toSorted((a, b) => a - b).map((value, place) => [value, place]));
  return Int32Array.from(values, (value) => places.get(value) ?? 0);
}
