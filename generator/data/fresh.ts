import { KilnError } from "../errors.ts";
import { labelOf, type Place } from "../place.ts";
import type { Column, Dataset, Row, Task } from "../types.ts";
import { parseNumber } from "./cells.ts";
import { maskKeyOf } from "./mask-key.ts";
import { cellReader } from "./read-cells.ts";
import { openSource } from "./sources/open-source.ts";
import type { Wanted } from "./sources/row-source.ts";
import { withheldIn } from "./withheld.ts";

/** Rows that came after learning. */
export interface Fresh {
  /** Of the task that was learned. Rows without a truth have NaN as target. */
  readonly dataset: Dataset;
  /** Whether the source has the target's column at all. */
  readonly labelled: boolean;
  readonly rejects: number;
}

/** What to read, and as what. */
interface FreshSource {
  readonly place: Place;
  readonly nulls: readonly string[];
  readonly columns: readonly Column[];
  readonly task: Task;
  /** Old class name → the class that it counts as. */
  readonly merge: ReadonlyMap<string, string>;
}

/**
 * Reads fresh rows, with or without the target: a truth that is missing, or a class that learning did not know, is NaN. Rows that do
 * not read are counted and left out: what they look like is for `kiln monitor` to say, not a reason to stop.
 *
 * @throws {KilnError} "data" when the source or a column is missing, or no row can be read.
 */
export async function loadFresh({ place, nulls, columns, task, merge }: FreshSource): Promise<Fresh> {
  const inputs = columns.filter(({ kind }) => kind !== "id");
  const wanted: Wanted[] = inputs.map(({ name }) => ({ name, role: "column" }));
  const labelled = (await namesOf(place, wanted)).includes(task.column);
  if (labelled) wanted.push({ name: task.column, role: "target column" });
  const { textOf, rowOf } = cellReader(
    inputs.map((column, at) => ({ column, at })),
    wanted.map(({ name }) => name),
    nulls,
  );
  const rows: Row[] = [];
  const lines: number[] = [];
  const target: number[] = [];
  let rejects = 0;
  for await (const batch of (await openSource(place, wanted)).batches) {
    for (const record of batch) {
      const row = "reason" in record ? record.reason : rowOf(record.cells);
      if (typeof row === "string" || "reason" in record) {
        rejects++;
        continue;
      }
      const text = labelled ? (textOf(record.cells, inputs.length)?.trim() ?? null) : null;
      rows.push(row);
      lines.push(record.line);
      target.push(truthOf(text === null ? null : (merge.get(text) ?? text), task));
    }
  }
  if (rows.length === 0) throw new KilnError("data", `${labelOf(place)}: found no readable row among ${rejects}; expected rows`);
  const plain = { groups: Int32Array.from(rows.keys()), order: new Int32Array(rows.length) };
  const hiding = { maskKey: maskKeyOf(rows, []), withheld: withheldIn(inputs, rows) };
  const dataset = { task, columns: inputs, rows, target: Float64Array.from(target), lines: Int32Array.from(lines), ...plain, ...hiding };
  return { dataset, labelled, rejects };
}

/** Every column of the source; the whole of it is read, because some forms only know at the end. */
async function namesOf(place: Place, wanted: readonly Wanted[]): Promise<readonly string[]> {
  const { batches, facts } = await openSource(place, wanted);
  for await (const batch of batches) if (batch.length < 0) break;
  return facts().names;
}

function truthOf(text: string | null, task: Task): number {
  if (text === null) return Number.NaN;
  if (task.kind === "number") return parseNumber(text) ?? Number.NaN;
  const at = task.classes.indexOf(text);
  return at < 0 ? Number.NaN : at;
}
