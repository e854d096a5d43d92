import { DuckDBInstance } from "@duckdb/node-api";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import sqlite from "node-sqlite3-wasm";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DataSource } from "../../generator/data/data-source.ts";
import { load } from "../../generator/data/load.ts";
import { column, csvAt, folder, sourceOf } from "./source.ts";

const columns = [column("id", "id"), column("code", "category"), column("n", "number"), column("day", "date"), column("text", "text")];
const expected = [
  { code: "007", n: 1.5, day: "2026-01-31 08:30:00", text: 'é "x",\n😀' },
  { code: "9007199254740993", n: -3, day: "2026-02-28 00:00:00", text: null },
  { code: null, n: null, day: null, text: "b" },
  { code: "true", n: 1e-7, day: "2024-02-29 23:59:59.5", text: "c" },
];
const targets = [1, 0, 1, 0];
const texts = ['é "x",\n😀', null, "b", "c"];

function inFolder(name: string, content: string | Uint8Array): string {
  const at = join(folder, name);
  writeFileSync(at, content);
  return at;
}

const quoted = (text: string | null): string => (text === null ? "" : `"${text.replaceAll('"', '""')}"`);

function csvText(delimiter: string): string {
  const rows = [
    ["1", "007", "1.5", "2026-01-31 08:30:00", quoted(texts[0]!), "yes"],
    ["2", "9007199254740993", "-3", "2026-02-28 00:00:00", "", "no"],
    ["3", "", "", "", "b", "yes"],
    ["4", "true", "1e-7", "2024-02-29 23:59:59.5", "c", "no"],
  ];
  return [["id", "code", "n", "day", "text", "y"], ...rows].map((cells) => `${cells.join(delimiter)}\n`).join("");
}

const jsonl = [
  { id: 1, code: "007", n: 1.5, day: "2026-01-31 08:30:00", text: texts[0], y: "yes" },
  { id: 2, code: "9007199254740993", n: -3, day: "2026-02-28 00:00:00", y: "no" },
  { id: 3, code: null, n: null, day: "", text: "b", y: "yes" },
  { id: 4, code: true, n: 1e-7, day: "2024-02-29 23:59:59.5", text: "c", y: "no" },
]
  .map((row) => JSON.stringify(row))
  .join("\r\n");

const sqlRows = (timestamp: string): string => `
  (1, '007', 1.5, ${timestamp} '2026-01-31 08:30:00', 'é "x",\n😀', 'yes'),
  (2, '9007199254740993', -3, ${timestamp} '2026-02-28 00:00:00', NULL, 'no'),
  (3, NULL, NULL, NULL, 'b', 'yes'),
  (4, 'true', 1e-7, ${timestamp} '2024-02-29 23:59:59.5', 'c', 'no')`;

async function writeParquet(at: string, select: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`COPY (${select}) TO '${at}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
}

const parquet = join(folder, "rows [1]* ü.parquet");
const database = join(folder, "rows ü.sqlite");
let server: PGLiteSocketServer;
let postgres: PGlite;
let address = "";

beforeAll(async () => {
  await writeParquet(
    parquet,
    `SELECT id, code, n::DOUBLE AS n, day, text, y FROM (VALUES ${sqlRows("TIMESTAMP")}) AS rows(id, code, n, day, text, y) ORDER BY id`,
  );
  const file = new sqlite.Database(database);
  file.exec("CREATE TABLE rows (id INTEGER, code, n REAL, day TEXT, text TEXT, y TEXT, raw BLOB)");
  file.exec(`INSERT INTO rows (id, code, n, day, text, y) VALUES ${sqlRows("")}`);
  file.run("UPDATE rows SET code = ? WHERE id = 2", [9007199254740993n]);
  file.close();
  postgres = await PGlite.create();
  await postgres.exec("CREATE TYPE answer AS ENUM ('no', 'yes')");
  await postgres.exec(
    "CREATE TABLE rows (id bigint, code text, n float8, day timestamp, text text, y answer, doc jsonb, at timestamptz, big bigint)",
  );
  await postgres.exec(`INSERT INTO rows (id, code, n, day, text, y) VALUES ${sqlRows("TIMESTAMP")}`);
  await postgres.exec("UPDATE rows SET at = TIMESTAMPTZ '2026-01-01 10:00+02', big = 9007199254740993");
  server = new PGLiteSocketServer({ db: postgres, port: 0, host: "127.0.0.1" });
  await server.start();
  address = `postgres://postgres:secret@${server.getServerConn()}/postgres`;
}, 60_000);
afterAll(async () => {
  await server.stop();
  await postgres.close();
});

function from(place: DataSource["place"], changes: Partial<DataSource> = {}): DataSource {
  return { ...sourceOf("", { columns, nulls: [], ...changes }), place };
}

const places: readonly (readonly [string, () => DataSource["place"]])[] = [
  ["CSV", () => csvAt(inFolder("rows ü.csv", csvText(",")))],
  ["TSV", () => ({ kind: "csv", at: inFolder("rows.tsv", csvText("\t")), delimiter: "\t", quote: '"' })],
  ["gzipped CSV", () => csvAt(inFolder("rows.csv.gz", gzipSync(csvText(","))))],
  ["JSONL", () => ({ kind: "jsonl", at: inFolder("rows.jsonl", jsonl) })],
  ["gzipped JSONL", () => ({ kind: "jsonl", at: inFolder("rows.jsonl.gz", gzipSync(`\ufeff${jsonl}\n\n`)) })],
  ["Parquet", () => ({ kind: "parquet", at: parquet })],
  ["SQLite", () => ({ kind: "sqlite", at: database, query: "SELECT * FROM rows -- all\n;" })],
  ["PostgreSQL", () => ({ kind: "postgres", at: address, query: "SELECT id, code, n, day, text, y FROM rows;" })],
];

describe("the same table", () => {
  test.each(places)("means the same in %s", async (_, place) => {
    const { dataset, rejects, readable, ignored, sha256 } = await load(from(place()));
    expect(dataset.rows).toStrictEqual(expected);
    expect([...dataset.target]).toStrictEqual(targets);
    expect([rejects, readable]).toStrictEqual([[], 4]);
    expect(ignored).toStrictEqual(ignored.includes("raw") ? ["raw"] : []);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

async function refusal(source: DataSource): Promise<string> {
  const error: unknown = await load(source).catch((thrown: unknown) => thrown);
  return error instanceof Error ? error.message : String(error);
}

const query = (text: string): DataSource["place"] => ({ kind: "postgres", at: address, query: text });

describe("PostgreSQL, over a connection", () => {
  test("rows come in an order of their own, so the server's does not matter", async () => {
    const ways: unknown[] = [];
    for (const text of ["SELECT * FROM rows ORDER BY id", "SELECT * FROM rows ORDER BY id DESC"]) {
      const { dataset, sha256 } = await load(from(query(text), { columns: columns.slice(0, 3) }));
      ways.push([dataset.rows, [...dataset.target], sha256]);
    }
    expect(ways[0]).toStrictEqual(ways[1]);
  });

  test("times with a zone come in UTC, wide integers whole", async () => {
    const { dataset } = await load(from(query("SELECT * FROM rows"), { columns: [column("at", "date"), column("big", "category")] }));
    expect(dataset.rows[0]).toStrictEqual({ at: "2026-01-01 08:00:00+00:00", big: "9007199254740993" });
  });

  test("refuses what no cell can hold, writes nothing, and never shows the password", async () => {
    const host = server.getServerConn();
    const doc = await refusal(from(query("SELECT * FROM rows"), { columns: [column("doc", "text")] }));
    expect(doc).toBe(
      `column "doc" of the query on PostgreSQL at ${host}/postgres is jsonb; expected text, numbers, booleans, dates or times`,
    );
    expect(await refusal(from(query("DELETE FROM rows RETURNING *")))).toContain('says "syntax error');
    expect(await refusal(from(query("SELECT nextval('none')")))).toContain('says "');
    const away: DataSource["place"] = { kind: "postgres", at: "postgres://me:secret@127.0.0.1:1/none", query: "SELECT 1" };
    const message = await refusal(from(away));
    expect(message).toBe("PostgreSQL at 127.0.0.1:1/none does not let kiln in (connect ECONNREFUSED 127.0.0.1:1)");
  });

  test("thousands of rows come through the cursor in pieces", async () => {
    const { dataset } = await load(
      from(query("SELECT i AS id, i AS n, CASE WHEN i % 2 = 0 THEN 'even' ELSE 'odd' END AS y FROM generate_series(1, 5001) AS i"), {
        columns: [column("id", "id"), column("n", "number")],
      }),
    );
    expect(dataset.rows.length).toBe(5001);
  });
});

describe("other sources say what is wrong in one line", () => {
  const cases: readonly (readonly [string, () => DataSource | Promise<DataSource>, RegExp])[] = [
    ["no Parquet", () => from({ kind: "parquet", at: inFolder("no.parquet", "text") }), /no\.parquet is no readable Parquet file \(/],
    [
      "no file",
      () => from({ kind: "parquet", at: join(folder, "none.parquet") }),
      /none\.parquet cannot be read \(ENOENT\); expected a file/,
    ],
    [
      "a list in Parquet",
      async () => {
        await writeParquet(join(folder, "list.parquet"), "SELECT [1, 2] AS text, 'a' AS y");
        return from({ kind: "parquet", at: join(folder, "list.parquet") }, { columns: [column("text", "text")] });
      },
      /list\.parquet: column "text" is INTEGER\[\]; expected text, numbers/,
    ],
    [
      "no column in Parquet",
      () => from({ kind: "parquet", at: parquet }, { leaks: ["Code"] }),
      /has no leak "Code"; did you mean "code"\?/,
    ],
    [
      "no SQLite",
      () => from({ kind: "sqlite", at: inFolder("no.db", "text ".repeat(400)), query: "SELECT 1" }),
      /no\.db: SQLite says "file is not/,
    ],
    ["a broken query", () => from({ kind: "sqlite", at: database, query: "SELECT id FROM rows WHERE" }), /SQLite says "near "/],
    ["a writing query", () => from({ kind: "sqlite", at: database, query: "DELETE FROM rows RETURNING *" }), /SQLite says/],
    [
      "a BLOB",
      () => from({ kind: "sqlite", at: database, query: "SELECT x'00' AS text, y FROM rows" }, { columns: [column("text", "text")] }),
      /ü\.sqlite:1: "text" is a BLOB/,
    ],
    [
      "cut gzip",
      () => from(csvAt(inFolder("cut.csv.gz", gzipSync(csvText(",").repeat(50)).subarray(0, 60)))),
      /is not whole gzip \(Z_BUF_ERROR\)/,
    ],
    ["no gzip", () => from(csvAt(inFolder("no.csv.gz", csvText(",")))), /is not whole gzip \(Z_DATA_ERROR\)/],
    ["an empty JSONL", () => from({ kind: "jsonl", at: inFolder("empty.jsonl", "\n") }), /empty\.jsonl is empty; expected rows/],
    [
      "a JSONL without a column",
      () => from({ kind: "jsonl", at: inFolder("rows.jsonl", jsonl) }, { columns: [column("Text", "text")] }),
      /rows\.jsonl has no column "Text"; did you mean "text"\?/,
    ],
  ];
  test.each(cases)("%s", async (_, source, message) => {
    const found = await refusal(await source());
    expect(found).toMatch(message);
    expect(found).not.toContain("\n");
  });

  test("each line of JSONL that is no row is rejected with its reason", async () => {
    const lines = [
      '{"text":"a","y":"p"}',
      '{"text":"b","y":"q"',
      "[1]",
      "null",
      "3",
      '{"text":{"a":1},"y":"p"}',
      '{"text":[],"y":"p"}',
      '{"text":12345678901234567,"y":"p"}',
      '{"text":1e400,"y":"p"}',
      '{"text":"a\\u0000","y":"p"}',
      '{"text":"c"}',
      '{"text":"d","y":"q"}',
      '{"y":"q"}',
      '{"text":7,"y":"p"}',
    ];
    const { dataset, rejects } = await load(
      from({ kind: "jsonl", at: inFolder("bad.jsonl", lines.join("\n")) }, { columns: [column("text", "text")], maxRejects: 100 }),
    );
    expect(dataset.rows.map((row) => row["text"])).toStrictEqual(["a", "d", null, "7"]);
    expect(rejects).toStrictEqual([
      { line: 2, reason: "is not JSON; expected one object a line" },
      { line: 3, reason: "is an array; expected a JSON object" },
      { line: 4, reason: "is null; expected a JSON object" },
      { line: 5, reason: "is a number; expected a JSON object" },
      { line: 6, reason: '"text" is an object; expected a text, a number, true, false or null' },
      { line: 7, reason: '"text" is an array; expected a text, a number, true, false or null' },
      { line: 8, reason: '"text" is a number that JSON readers change (12345678901234568); write it as text' },
      { line: 9, reason: '"text" is a number that JSON readers change (Infinity); write it as text' },
      { line: 10, reason: '"text" holds a NUL character' },
      { line: 11, reason: '"y" is missing; every row needs its target' },
    ]);
  });
});

/** The rows that are kept of these, as they were written. */
async function fitting(lines: readonly string[], maxCharacters: number): Promise<string[]> {
  const columns = [column("id", "id"), column("text", "text")];
  const source = from(csvAt(inFolder("long.csv", `id,text,y\n${lines.join("")}`)), { columns, maxCharacters });
  const { dataset } = await load(source);
  return [...dataset.lines].map((line) => lines[line - 2] ?? "").toSorted();
}

function charactersOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + 3 + (line.split(",")[1]?.length ?? 0), 0);
}

describe("more rows than are wanted", () => {
  const head = "id,text,y\n";
  const rows = Array.from({ length: 5000 }, (_, i) => `${i},t${i % 97},${i % 3 === 0 ? "p" : "q"}\n`);
  const keys = async (lines: readonly string[], changes: Partial<DataSource> = {}): Promise<Set<string>> => {
    const source = from(csvAt(inFolder("many.csv", head + lines.join(""))), {
      maxRows: 400,
      columns: [column("id", "id"), column("text", "text")],
    });
    const { dataset, readable } = await load({ ...source, ...changes });
    expect([readable, dataset.rows.length]).toStrictEqual([lines.length, 400]);
    return new Set([...dataset.lines].map((line) => lines[line - 2] ?? ""));
  };

  test("are sampled by the ids: the same ones in any order, and hardly others when rows come in", async () => {
    const sampled = await keys(rows);
    expect(await keys(rows.toReversed())).toStrictEqual(sampled);
    const later = await keys([...rows, ...Array.from({ length: 250 }, (_, i) => `${i + 9000},new,q\n`)]);
    expect([...sampled].filter((row) => later.has(row)).length).toBeGreaterThan(350);
  });

  test("are sampled by the characters of their cells, too: as many of the same ones as fit, in any order", async () => {
    const long = Array.from({ length: 600 }, (_, i) => `${i},${"x".repeat(1 + (i % 90))},${i % 3 === 0 ? "p" : "q"}\n`);
    const few = await fitting(long, 4000);
    expect(await fitting(long.toReversed(), 4000)).toStrictEqual(few);
    expect(charactersOf(few)).toBeLessThanOrEqual(4000);
    expect(charactersOf(few)).toBeGreaterThan(4000 - 93);
    const more = new Set(await fitting(long, 9000));
    expect(few.filter((line) => more.has(line))).toStrictEqual(few);
  });

  test("are sampled by whole groups under a group split", async () => {
    const sampled = await keys(rows, { group: "text", columns: [column("id", "id"), { ...column("text", "category"), property: "t" }] });
    const groups = new Set([...sampled].map((row) => row.split(",")[1]));
    const whole = [...groups].filter((group) => rows.filter((row) => row.includes(`,${group},`)).every((row) => sampled.has(row)));
    expect(groups.size - whole.length).toBeLessThanOrEqual(1);
  });

  test("are shared among the classes as they come", async () => {
    const sampled = await keys(rows);
    const share = [...sampled].filter((row) => row.endsWith("p\n")).length / 400;
    expect(share).toBeGreaterThan(0.27);
    expect(share).toBeLessThan(0.4);
  });
});

test("a database file leaves no lock behind", async () => {
  await load(from({ kind: "sqlite", at: database, query: "SELECT * FROM rows" }));
  expect(() => rmSync(`${database}.lock`)).toThrow("ENOENT");
});
