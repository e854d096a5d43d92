import { KilnError } from "../../errors.ts";
import type { Place } from "../../place.ts";
import type { Reject } from "../../types.ts";
import { placeOf, readHeader } from "../header.ts";
import { openBytes } from "./file-bytes.ts";
import type { Reading, SourceRecord, Wanted } from "./row-source.ts";
import { bomLength, LF, refuseOtherEncodings, refuseUtf16 } from "./utf8.ts";
import { parseChunks, type Part } from "./windows.ts";

/** A longer line is no record. */
const longestLine = 64 * 1024 * 1024;
/** Names of columns that are remembered. */
const mostNames = 100_000;

/** One JSON object a line. A key that a line lacks is a missing cell; a column that no line has is an error. Blank lines are skipped. */
export async function openJsonl(place: Extract<Place, { kind: "jsonl" | "parquet" }>, wanted: readonly Wanted[]): Promise<Reading> {
  const { at: file } = place;
  const bytes = await openBytes(file);
  const seen = new Set<string>();
  return {
    batches: checked(jsonlRecords(bytes.chunks, file, wanted, seen), file, wanted, seen),
    share: bytes.share,
    facts: () => ({ sha256: bytes.sha256(), names: [...seen] }),
  };
}

async function* checked(
  batches: AsyncIterable<readonly (SourceRecord | Reject)[]>,
  file: string,
  wanted: readonly Wanted[],
  seen: ReadonlySet<string>,
): AsyncGenerator<readonly (SourceRecord | Reject)[]> {
  let any = false;
  for await (const batch of batches) {
    any = true;
    yield batch;
  }
  if (!any) throw new KilnError("data", `${file} is empty; expected rows`);
  if (seen.size === 0) return;
  const header = readHeader([...seen], file);
  for (const { name, role } of wanted) placeOf(header, name, role, file);
}

function jsonlRecords(
  chunks: AsyncIterable<Buffer>,
  file: string,
  wanted: readonly Wanted[],
  seen: Set<string>,
): AsyncGenerator<readonly (SourceRecord | Reject)[]> {
  let line = 0;
  return parseChunks(chunks, (bytes, last): Part<SourceRecord | Reject> => {
    const first = line === 0;
    if (first && !last && bytes.length < 3) return { items: [], used: 0 };
    if (first) refuseUtf16(bytes, file);
    const end = last ? bytes.length : bytes.lastIndexOf(LF) + 1;
    if (end === 0 && bytes.length > longestLine)
      throw new KilnError("data", `${file}:${line + 1} is longer than 64 MB; expected one JSON object a line`);
    if (end === 0 && !last) return { items: [], used: 0 };
    const whole = bytes.subarray(0, end);
    refuseOtherEncodings(whole, file, line + 1);
    const items: (SourceRecord | Reject)[] = [];
    for (let start = first ? bomLength(whole) : 0; start < end;) {
      const found = whole.indexOf(LF, start);
      const stop = found === -1 ? end : found;
      line++;
      const text = whole.toString("utf8", start, stop);
      if (text.trim() !== "") items.push(readLine(text, line, wanted, seen));
      start = stop + 1;
    }
    return { items, used: end };
  });
}

function readLine(text: string, line: number, wanted: readonly Wanted[], seen: Set<string>): SourceRecord | Reject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { line, reason: "is not JSON; expected one object a line" };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return {
      line,
      reason: `is ${Array.isArray(value) ? "an array" : value === null ? "null" : `a ${typeof value}`}; expected a JSON object`,
    };
  const record = value as Readonly<Record<string, unknown>>;
  if (seen.size < mostNames) for (const key of Object.keys(record)) seen.add(key);
  const cells: (string | null)[] = [];
  for (const { name } of wanted) {
    const cell = Object.hasOwn(record, name) ? record[name] : null;
    if (typeof cell === "string") cells.push(cell);
    else if (cell === null) cells.push(null);
    else if (typeof cell === "boolean") cells.push(String(cell));
    else if (typeof cell === "number") {
      const exact = !Number.isInteger(cell) || Number.isSafeInteger(cell) || !/\d{16}/.test(text);
      if (!Number.isFinite(cell) || !exact)
        return { line, reason: `${JSON.stringify(name)} is a number that JSON readers change (${cell}); write it as text` };
      cells.push(String(cell));
    } else
      return {
        line,
        reason: `${JSON.stringify(name)} is ${Array.isArray(cell) ? "an array" : "an object"}; expected a text, a number, true, false or null`,
      };
  }
  return { line, cells };
}
