import { isUtf8 } from "node:buffer";
import { parse, type CsvError } from "csv-parse";
import { KilnError } from "../errors.ts";
import type { Reject } from "../types.ts";

/** One record as it stands in the file: all cells are text, and `line` is the physical line, from 1, on which it starts. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What a file of separated values was made of. */
interface CsvText {
  readonly records: readonly CsvRecord[];
  readonly rejects: readonly Reject[];
}

/**
 * Reads strict RFC 4180 text with any delimiter and quote; blank lines are skipped, line ends may be LF, CRLF or (alone) CR.
 *
 * A record with a misplaced quote is rejected and reading resumes on the line after the broken cell begins, so that one stray quote never
 * swallows the rows below it. Reading ends early once more than `maxRejects` records were broken.
 *
 * @throws {KilnError} "data" when the bytes are not UTF-8.
 */
export async function readCsv(bytes: Buffer, file: string, delimiter: string, quote: string, maxRejects: number): Promise<CsvText> {
  refuseOtherEncodings(bytes, file);
  const records: CsvRecord[] = [];
  const rejects: Reject[] = [];
  const newline = bytes.includes(LF) ? LF : CR;
  const lineAt = lineCounter(bytes, newline);
  let start = bytes.subarray(0, 3).equals(BOM) ? 3 : 0;
  while (start < bytes.length && rejects.length <= maxRejects) {
    const base = start;
    const broken = await parseFrom(bytes.subarray(base), delimiter, quote, newline, (cells, end) => {
      records.push({ line: lineAt(skipLineEnds(bytes, start)), cells });
      start = base + end;
    });
    if (broken === null) break;
    const recordStart = skipLineEnds(bytes, start);
    const cellStart = Math.max(recordStart, base + broken.bytes);
    rejects.push({ line: lineAt(recordStart), reason: broken.reason });
    const lineEnd = bytes.indexOf(newline, cellStart);
    start = lineEnd === -1 ? bytes.length : lineEnd + 1;
  }
  return { records, rejects };
}

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const LF = 10;
const CR = 13;

/** Where and why a record could not be read; `bytes` is the end of the last whole cell before. */
interface Broken {
  readonly bytes: number;
  readonly reason: string;
}

function parseFrom(
  bytes: Buffer,
  delimiter: string,
  quote: string,
  newline: number,
  onRecord: (cells: readonly string[], end: number) => void,
): Promise<Broken | null> {
  const options = {
    delimiter,
    quote,
    escape: quote,
    record_delimiter: newline === LF ? ["\r\n", "\n"] : ["\r"],
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (cells: string[], context: { readonly bytes: number }) => {
      onRecord(cells, context.bytes);
      return null;
    },
  };
  return new Promise((resolve) => parse(bytes, options, (error) => resolve(error ? explain(error) : null)));
}

function explain(error: CsvError): Broken {
  const reason = reasons.get(error.code) ?? `is not CSV (${error.code})`;
  return { bytes: Number(error["bytes"]), reason: `cell ${Number(error["column"]) + 1} ${reason}` };
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["INVALID_OPENING_QUOTE", "has a quote inside unquoted text; quote the whole cell and double the quote"],
  ["CSV_INVALID_CLOSING_QUOTE", "goes on after its closing quote; double the quotes inside a quoted cell"],
  ["CSV_QUOTE_NOT_CLOSED", "opens a quote that is never closed"],
]);

function refuseOtherEncodings(bytes: Buffer, file: string): void {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new KilnError("data", `${file} is UTF-16; expected UTF-8`);
  }
  if (isUtf8(bytes)) return;
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(LF, start);
    const next = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(start, next))) break;
    start = next;
  }
  throw new KilnError("data", `${file}:${line} holds bytes that are not UTF-8; save the file as UTF-8`);
}

/** A function from byte offset to line number; offsets must not go down from call to call. */
function lineCounter(bytes: Buffer, newline: number): (offset: number) => number {
  let line = 1;
  let next = bytes.indexOf(newline);
  return (offset) => {
    while (next !== -1 && next < offset) {
      line++;
      next = bytes.indexOf(newline, next + 1);
    }
    return line;
  };
}

function skipLineEnds(bytes: Buffer, offset: number): number {
  let at = offset;
  while (bytes[at] === LF || bytes[at] === CR) at++;
  return at;
}
