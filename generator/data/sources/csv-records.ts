import type { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import type { Reject } from "../../types.ts";
import { bomLength, CR, LF, refuseOtherEncodings, refuseUtf16 } from "./utf8.ts";
import { parseChunks, type Part } from "./windows.ts";

/** One record as it stands in the file: all cells are text, and `line` is the physical line, from 1, on which it starts. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

type Item = CsvRecord | Reject;

/** A record of more bytes, in which a quote is open, is taken for one whose quote is never closed. */
const longestRecord = 16 * 1024 * 1024;
/** So many bytes without a line feed say that lines end with CR alone. */
const longestFirstLine = 4 * 1024 * 1024;

/**
 * Reads strict RFC 4180 text with any delimiter and quote, as it streams in; blank lines are skipped, line ends may be LF, CRLF or (alone) CR.
 *
 * A record with a misplaced quote is rejected and reading resumes on the line after the broken cell begins, so that one stray quote never
 * swallows the rows below it.
 *
 * @throws {KilnError} "data" when the bytes are not UTF-8.
 */
export function csvRecords(chunks: AsyncIterable<Buffer>, file: string, delimiter: string, quote: string): AsyncGenerator<readonly Item[]> {
  let line = 0;
  let newline = LF;
  return parseChunks(chunks, (bytes, last) => {
    if (line > 0) return parseHeld(bytes, last, 0);
    if (!last && !bytes.includes(LF) && bytes.length < longestFirstLine) return { items: [], used: 0 };
    refuseUtf16(bytes, file);
    line = 1;
    newline = bytes.includes(LF) ? LF : CR;
    return parseHeld(bytes, last, bomLength(bytes));
  });

  function parseHeld(bytes: Buffer, last: boolean, from: number): Part<Item> {
    const whole = last ? bytes : bytes.subarray(0, bytes.lastIndexOf(newline) + 1);
    refuseOtherEncodings(whole, file, line);
    const lineAt = lineCounter(whole, newline, line);
    const part = parseWhole(whole, from, { delimiter, quote, newline, last, lineAt });
    line = lineAt(part.used);
    return part;
  }
}

interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
  readonly newline: number;
  readonly last: boolean;
  readonly lineAt: (offset: number) => number;
}

function parseWhole(bytes: Buffer, from: number, dialect: Dialect): Part<Item> {
  const { newline, last, lineAt } = dialect;
  const items: Item[] = [];
  let start = from;
  while (start < bytes.length) {
    const base = start;
    const broken = parseFrom(bytes.subarray(base), dialect, (cells, end) => {
      items.push({ line: lineAt(skipLineEnds(bytes, start)), cells });
      start = base + end;
    });
    if (broken === null) break;
    if (broken.open && !last && bytes.length - start < longestRecord) return { items, used: start };
    const recordStart = skipLineEnds(bytes, start);
    const cellStart = Math.max(recordStart, base + broken.bytes);
    items.push({ line: lineAt(recordStart), reason: broken.reason });
    const lineEnd = bytes.indexOf(newline, cellStart);
    start = lineEnd === -1 ? bytes.length : lineEnd + 1;
  }
  return { items, used: bytes.length };
}

/** Where and why a record could not be read; `bytes` is the end of the last whole cell before, `open` says that it may go on. */
interface Broken {
  readonly bytes: number;
  readonly reason: string;
  readonly open: boolean;
}

function parseFrom(
  bytes: Buffer,
  { delimiter, quote, newline }: Dialect,
  onRecord: (cells: readonly string[], end: number) => void,
): Broken | null {
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
  try {
    parse(bytes, options);
    return null;
  } catch (error) {
    return explain(error as CsvError);
  }
}

function explain(error: CsvError): Broken {
  if (!String(error.code).startsWith("CSV_") && !reasons.has(error.code)) throw error;
  const reason = reasons.get(error.code) ?? `is not CSV (${error.code})`;
  return {
    bytes: Number(error["bytes"]),
    reason: `cell ${Number(error["column"]) + 1} ${reason}`,
    open: error.code === "CSV_QUOTE_NOT_CLOSED",
  };
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["INVALID_OPENING_QUOTE", "has a quote inside unquoted text; quote the whole cell and double the quote"],
  ["CSV_INVALID_CLOSING_QUOTE", "goes on after its closing quote; double the quotes inside a quoted cell"],
  ["CSV_QUOTE_NOT_CLOSED", "opens a quote that is never closed"],
]);

/** A function from byte offset to line number; offsets must not go down from call to call. */
function lineCounter(bytes: Buffer, newline: number, first: number): (offset: number) => number {
  let line = first;
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
