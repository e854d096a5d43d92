import { Readable } from "node:stream";
import type { Reject } from "../../generator/types.ts";
import { describe, expect, test } from "vitest";
import { csvRecords, type CsvRecord } from "../../generator/data/sources/csv-records.ts";

/** Reads the text as one chunk, and asserts that it reads the same in pieces of a few bytes. */
async function read(text: string | Buffer, delimiter = ",") {
  const bytes = Buffer.from(text);
  const whole = await readIn(bytes, bytes.length + 1, delimiter);
  for (const size of [1, 3, 7]) expect(await readIn(bytes, size, delimiter)).toStrictEqual(whole);
  return whole;
}

async function readIn(bytes: Buffer, size: number, delimiter: string) {
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
  const records: CsvRecord[] = [];
  const rejects: Reject[] = [];
  for await (const batch of csvRecords(Readable.from(chunks), "rows.csv", delimiter, '"'))
    for (const item of batch) {
      if ("reason" in item) rejects.push(item);
      else records.push(item);
    }
  return { records, rejects };
}

describe("strict CSV", () => {
  test.each([
    ["LF", "a,b\n1,2\n"],
    ["CRLF", "a,b\r\n1,2\r\n"],
    ["CR alone", "a,b\r1,2\r"],
    ["no last line end", "a,b\n1,2"],
    ["a byte order mark", "\ufeffa,b\n1,2\n"],
    ["CRLF after the header only", "a,b\r\n1,2\n"],
  ])("reads %s", async (_, text) => {
    expect(await read(text)).toStrictEqual({
      records: [
        { line: 1, cells: ["a", "b"] },
        { line: 2, cells: ["1", "2"] },
      ],
      rejects: [],
    });
  });

  test.each([";", "\t", "|", "€"])("splits at %j", async (delimiter) => {
    const { records } = await read(`a${delimiter}b\n"1${delimiter}"${delimiter}2,3\n`, delimiter);
    expect(records.map((record) => record.cells)).toStrictEqual([
      ["a", "b"],
      [`1${delimiter}`, "2,3"],
    ]);
  });

  test("counts physical lines through quoted line ends and blank lines", async () => {
    const { records } = await read('a,b\r\n"x\r\ny\r\n\r\nz",1\r\n\r\n\r\nlast,""\r\n');
    expect(records).toStrictEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["x\r\ny\r\n\r\nz", "1"] },
      { line: 8, cells: ["last", ""] },
    ]);
  });

  test("keeps doubled quotes, spaces, NUL and text beyond ASCII", async () => {
    const { records } = await read('a,b\n"say ""hi""", é\u0000😀 \n');
    expect(records[1]?.cells).toStrictEqual(['say "hi"', " é\u0000😀 "]);
  });

  test("rejects a row with a stray quote and reads the rows below it", async () => {
    expect(await read('a,b\n1,x"y"\n2,"x"y\n3,"open\n4,fine\n5,"fine"\n')).toStrictEqual({
      records: [
        { line: 1, cells: ["a", "b"] },
        { line: 5, cells: ["4", "fine"] },
        { line: 6, cells: ["5", "fine"] },
      ],
      rejects: [
        { line: 2, reason: "cell 2 has a quote inside unquoted text; quote the whole cell and double the quote" },
        { line: 3, reason: "cell 2 goes on after its closing quote; double the quotes inside a quoted cell" },
        { line: 4, reason: "cell 2 goes on after its closing quote; double the quotes inside a quoted cell" },
      ],
    });
  });

  test("rejects the row of a quote that is never closed, not the rest of the file", async () => {
    const { records, rejects } = await read('a,b\n1,2\n3,"4\n5,6\n');
    expect(records.map((record) => record.line)).toStrictEqual([1, 2, 4]);
    expect(rejects).toStrictEqual([{ line: 3, reason: "cell 2 opens a quote that is never closed" }]);
  });

  test("finds the line of bytes that are not UTF-8", async () => {
    await expect(read(Buffer.from([0x61, 10, 0xc3, 0x28, 10]))).rejects.toThrow(
      "rows.csv:2 holds bytes that are not UTF-8; save the file as UTF-8",
    );
  });

  test("names UTF-16", async () => {
    await expect(read(Buffer.from("\ufeffa,b", "utf16le"))).rejects.toThrow("rows.csv is UTF-16; expected UTF-8");
  });
});
