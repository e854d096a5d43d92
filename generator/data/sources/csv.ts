import { KilnError } from "../../errors.ts";
import type { Place } from "../../place.ts";
import type { Reject } from "../../types.ts";
import { placeOf, readHeader } from "../header.ts";
import { csvRecords, type CsvRecord } from "./csv-records.ts";
import { openBytes } from "./file-bytes.ts";
import type { Reading, SourceRecord, Wanted } from "./row-source.ts";

/** Separated values; the first record names the columns. A record of another width is rejected. */
export async function openCsv(place: Extract<Place, { kind: "csv" }>, wanted: readonly Wanted[]): Promise<Reading> {
  const { at: file, delimiter, quote } = place;
  const bytes = await openBytes(file);
  let names: readonly string[] = [];
  return {
    batches: rowsOf(csvRecords(bytes.chunks, file, delimiter, quote), file, wanted, (header) => (names = header)),
    share: bytes.share,
    facts: () => ({ sha256: bytes.sha256(), names }),
  };
}

async function* rowsOf(
  batches: AsyncIterable<readonly (CsvRecord | Reject)[]>,
  file: string,
  wanted: readonly Wanted[],
  onHeader: (names: readonly string[]) => void,
): AsyncGenerator<readonly (SourceRecord | Reject)[]> {
  let pick: ((record: CsvRecord) => SourceRecord | Reject) | null = null;
  for await (const batch of batches) {
    let rows = batch;
    if (pick === null) {
      const [first] = batch;
      if (first === undefined) continue;
      if ("reason" in first) throw new KilnError("data", `${file}:${first.line} is no header: ${first.reason}`);
      const where = `${file}:${first.line}`;
      const header = readHeader(first.cells, where);
      const places = wanted.map(({ name, role }) => placeOf(header, name, role, where));
      onHeader([...header.keys()]);
      pick = picker(first.cells.length, places);
      rows = batch.slice(1);
    }
    const choose = pick;
    yield rows.map((row) => ("reason" in row ? row : choose(row)));
  }
  if (pick === null) throw new KilnError("data", `${file} is empty; expected a header and rows`);
}

function picker(width: number, places: readonly number[]): (record: CsvRecord) => SourceRecord | Reject {
  return ({ line, cells }) =>
    cells.length === width
      ? { line, cells: places.map((at) => cells[at] ?? "") }
      : { line, reason: `${cells.length} cells; the header has ${width}` };
}
