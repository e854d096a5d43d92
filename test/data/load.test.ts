import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { DataSource } from "../../generator/data/data-source.ts";
import { load } from "../../generator/data/load.ts";
import { KilnError } from "../../generator/errors.ts";
import { sharedData } from "../shared-data.ts";
import { column, csvAt, sourceOf } from "./source.ts";

const good = "text,y\na,p\nb,p\nc,q\nd,q\n";

async function refusal(content: string, changes: Partial<DataSource> = {}): Promise<string> {
  const source = sourceOf(content, changes);
  const error: unknown = await load(source).catch((thrown: unknown) => thrown);
  if (!(error instanceof KilnError)) throw new Error(`expected a refusal, found ${String(error)}`);
  expect(error.code).toBe("data");
  expect(error.message).not.toContain("\n");
  return error.message.replaceAll(source.place.at, "rows.csv");
}

describe("loading", () => {
  test("gives rows by property, class indices, lines and a hash", async () => {
    const content =
      'id,text,n,day,y,extra\n1,"a\nb",-1.5,2026-02-28,q,x\n2,,1e3,2026-01-05T08:26,p,x\n3,N/A,,N/A,old,x\n4,d,0,2024-02-29 23:59:59,q,x\n';
    const loaded = await load(
      sourceOf(content, {
        columns: [column("id", "id"), column("n", "number"), { ...column("day", "date"), property: "sent" }, column("text", "text")],
        target: { kind: "class", column: "y", sentence: "Guess.", merge: new Map([["old", "p"]]) },
      }),
    );
    expect(loaded.dataset.rows).toStrictEqual([
      { n: -1.5, sent: "2026-02-28", text: "a\nb" },
      { n: 1000, sent: "2026-01-05T08:26", text: null },
      { n: null, sent: null, text: null },
      { n: 0, sent: "2024-02-29 23:59:59", text: "d" },
    ]);
    expect(loaded.dataset.columns.map(({ name }) => name)).toStrictEqual(["n", "day", "text"]);
    expect(loaded.dataset.task).toStrictEqual({ kind: "class", column: "y", classes: ["p", "q"], sentence: "Guess." });
    expect([...loaded.dataset.target]).toStrictEqual([1, 0, 0, 1]);
    expect([...loaded.dataset.lines]).toStrictEqual([2, 4, 5, 6]);
    expect([...loaded.dataset.order]).toStrictEqual([0, 0, 0, 0]);
    expect(loaded.sha256).toBe(createHash("sha256").update(content).digest("hex"));
    expect(loaded.ignored).toStrictEqual(["extra"]);
    expect(loaded.rejects).toStrictEqual([]);
  });

  test("rejects rows that do not fit, with line and reason, up to the limit", async () => {
    const rows = ["1,2026-01-01,3", '"1,000",2026-01-01,3', "0x10,2026-01-01,3", "1e999,2026-01-01,3", "1,2026-02-29,3", "1,05/01/2026,3"];
    const rest = [
      "1,2026-01-01",
      "1,2026-01-01,3,4",
      "1,2026-01-01,",
      "1,2026-01-01,many",
      "1,2026-01-01\0,3",
      "2,2026-01-02T24:00,4",
      "2,2026-01-02,4",
    ];
    const { dataset, rejects } = await load(
      sourceOf(["n,day,y", ...rows, ...rest].join("\n"), {
        columns: [column("n", "number"), column("day", "date")],
        target: { kind: "number", column: "y", sentence: "", merge: new Map() },
        maxRejects: 11,
      }),
    );
    expect([...dataset.target]).toStrictEqual([3, 4]);
    expect(rejects).toStrictEqual([
      { line: 3, reason: '"n" is "1,000"; expected a plain number like -1.5' },
      { line: 4, reason: '"n" is "0x10"; expected a plain number like -1.5' },
      { line: 5, reason: '"n" is "1e999"; expected a plain number like -1.5' },
      { line: 6, reason: '"day" is "2026-02-29"; expected an ISO date like 2026-01-31 or 2026-01-31T08:30' },
      { line: 7, reason: '"day" is "05/01/2026"; expected an ISO date like 2026-01-31 or 2026-01-31T08:30' },
      { line: 8, reason: "2 cells; the header has 3" },
      { line: 9, reason: "4 cells; the header has 3" },
      { line: 10, reason: '"y" is missing; every row needs its target' },
      { line: 11, reason: '"y" is "many"; expected a plain number like -1.5' },
      { line: 12, reason: '"day" holds a NUL character' },
      { line: 13, reason: '"day" is "2026-01-02T24:00"; expected an ISO date like 2026-01-31 or 2026-01-31T08:30' },
    ]);
  });

  test("orders rows in time, across zones, equal times equally", async () => {
    const content = "text,y,at\na,p,2026-01-01T01:00+02:00\nb,q,2025-12-31T23:00Z\nc,p,2026-01-01\nd,q,2025-12-31 23:00:00.000\n";
    const { dataset } = await load(sourceOf(content, { time: "at" }));
    expect([...dataset.order]).toStrictEqual([0, 0, 1, 0]);
  });

  test("keeps declared groups together, and a missing group alone", async () => {
    const { dataset } = await load(sourceOf("text,y,who\na,p,x\nb,q,\nc,p,y\nd,q,x\ne,q,\n", { group: "who" }));
    expect([...dataset.groups]).toStrictEqual([0, 1, 2, 0, 3]);
  });

  test("a header may look like anything that is not magic", async () => {
    const content = "text,,toString,hasOwnProperty,y\na,0,1,2,p\nb,0,1,2,p\nc,0,1,2,q\nd,0,1,2,q\n";
    const { ignored } = await load(sourceOf(content));
    expect(ignored).toStrictEqual(["toString", "hasOwnProperty"]);
  });

  test("reads the class __proto__ as any other", async () => {
    const { dataset } = await load(sourceOf("text,y\na,__proto__\nb,constructor\nc,__proto__\nd,constructor\n"));
    expect([...dataset.target]).toStrictEqual([0, 1, 0, 1]);
  });
});

describe("a file that cannot be learned from stops with one line", () => {
  test("missing", async () => {
    const source = sourceOf(good, { place: csvAt("/nowhere/rows.csv") });
    await expect(load(source)).rejects.toThrow("/nowhere/rows.csv cannot be read (ENOENT); expected a file of rows");
  });

  test.each([
    ["empty", "", "rows.csv is empty; expected a header and rows"],
    ["only blank lines", "\n\n", "rows.csv is empty; expected a header and rows"],
    ["only a header", "text,y\n", "rows.csv has a header and no rows; expected rows"],
    [
      "a broken header",
      'te"xt,y\na,b\n',
      "rows.csv:1 is no header: cell 1 has a quote inside unquoted text; quote the whole cell and double the quote",
    ],
    ["nameless columns", ",\na,b\n", "rows.csv:1 is empty; expected the names of the columns"],
    ["a name twice", "text,y,text\na,b,c\n", 'rows.csv:1 names "text" twice (columns 1 and 3); expected different names'],
    [
      "__proto__",
      "text,__proto__,y\na,b,c\n",
      'rows.csv:1 names a column "__proto__", which JavaScript objects reserve; rename it in the file',
    ],
    [
      "constructor",
      "text,constructor,y\na,b,c\n",
      'rows.csv:1 names a column "constructor", which JavaScript objects reserve; rename it in the file',
    ],
    ["NUL in the header", "text,y,\0\na,b,c\n", "rows.csv:1 holds a NUL character in column 3; expected UTF-8 text"],
    ["no target column", "text,Y \na,b\n", 'rows.csv:1 has no target column "y"; did you mean "Y "?'],
    ["no declared column", "body,y\na,b\n", 'rows.csv:1 has no column "text"; found "body", "y"'],
    [
      "a constant target",
      "text,y\na,p\nb,p\n",
      'target column "y" is "p" in all 2 rows of rows.csv; expected at least two different values',
    ],
    [
      "too many rejects",
      'text,y\na\nb,"x"y\nc,q\n',
      "2 rows are unreadable, data.maxRejects allows 0; the first is rows.csv:2: 1 cells; the header has 2",
    ],
    [
      "a class of one row",
      "text,y\na,p\nb,q\nc,p\n",
      'class "q" has 1 row (rows.csv:3); at least 2 are needed, one to learn from and one to test on; add rows, or merge it into another class with target.merge',
    ],
  ])("%s", async (_, content, message) => {
    expect(await refusal(content)).toBe(message);
  });

  test("a long cell with line ends stays one short line", async () => {
    const message = await refusal(`text,y,n\na,p,"${"x\n".repeat(500)}"\n`, { columns: [column("n", "number")] });
    expect(message.length).toBeLessThan(260);
  });

  test("a constant number", async () => {
    const target = { kind: "number" as const, column: "y", sentence: "", merge: new Map<string, string>() };
    expect(await refusal("text,y\na,1\nb,1.0\n", { target })).toBe(
      'target column "y" is 1 in all 2 rows of rows.csv; expected at least two different values',
    );
  });

  test.each([
    [{ leaks: ["Outcome"] }, 'rows.csv:1 has no leak "Outcome"; found "text", "y"'],
    [{ time: "at" }, 'rows.csv:1 has no time column "at"; found "text", "y"'],
    [{ group: "who" }, 'rows.csv:1 has no group column "who"; found "text", "y"'],
  ])("%j", async (changes, message) => {
    expect(await refusal(good, changes)).toBe(message);
  });
});

const tickets = sharedData("tickets/tickets.csv");
test.each(tickets === null ? [] : [tickets])("reads every row of %s", async (file) => {
  const source = sourceOf("", {
    columns: [column("body", "text")],
    target: { kind: "class", column: "team", sentence: "", merge: new Map() },
  });
  const { dataset, rejects } = await load({ ...source, place: csvAt(file) });
  expect([dataset.rows.length, rejects.length]).toStrictEqual([1200, 0]);
  expect(dataset.task.kind === "class" && dataset.task.classes).toStrictEqual(["access", "billing", "bug", "cancel", "howto", "security"]);
});
