import { afterAll, describe, expect, test } from "vitest";
import { makeMutants } from "../../../generator/judge/make-mutants.ts";
import { checkMutants } from "../../../generator/judge/mutants.ts";
import { openSandbox } from "../../../generator/judge/sandbox/open-sandbox.ts";
import type { Program, Row, TestCase } from "../../../generator/types.ts";
import { casesOf, columns, feature } from "./programs.ts";

const sandbox = openSandbox({});
afterAll(() => sandbox.close());

const rows = [
  { body: "refund please", plan: "pro", amount: 4 },
  { body: "hello", plan: null, amount: 3 },
  { body: null, plan: null, amount: null },
];

function check(cases: readonly TestCase[], program: Program, mutationBar = 0.8): ReturnType<typeof checkMutants> {
  return checkMutants(cases, program, { sandbox, columns, rows, dataRows: [], mutationBar });
}

function changes(js: string): string[] {
  return makeMutants(js, js.length).map(({ from, to, text, table }) => `${table ? "table " : ""}${js.slice(from, to)} → ${text}`);
}

describe("mutants", () => {
  test("are boundaries, negations, conditions, branches, constants and swapped answers", () => {
    expect(changes(`function f(row) { if (row.amount > 3 && !x) return "a"; return y ? "b" : "a"; }`)).toStrictEqual([
      "row.amount > 3 && !x → true",
      "row.amount > 3 && !x → false",
      "&& → ||",
      "> → >=",
      "3 → 4",
      "!x → x",
      '"a" → "b"',
      'y ? "b" : "a" → "b"',
      'y ? "b" : "a" → "a"',
      '"b" → "a"',
      '"a" → "b"',
    ]);
  });

  test("of calls drop the call or ask for its opposite", () => {
    expect(changes(`function f(v) { return v.trim().replace(/a/g, " ").startsWith("x"); }`)).toStrictEqual([
      "startsWith → endsWith",
      '.replace(/a/g, " ") → ',
      ".trim() → ",
      '"x" → ""',
    ]);
  });

  test("of regular expressions only ever match less or lose an anchor; an alternative is an entry of a table", () => {
    expect(changes(`function f(v) { return /^a+|\\bb$/i.test(v); }`)).toStrictEqual([
      "/^a+|\\bb$/i → /(?!)/i",
      "/^a+|\\bb$/i → /^a+|\\bb$/",
      "/^a+|\\bb$/i → /a+|\\bb$/i",
      "/^a+|\\bb$/i → /^a+|\\bb/i",
      "/^a+|\\bb$/i → /^a+|b$/i",
      "/^a+|\\bb$/i → /^a|\\bb$/i",
      "table /^a+|\\bb$/i → /^a+/i",
    ]);
  });

  test("of module constants are table mutants", () => {
    expect(changes(`const WORDS = ["x", 2]; function f() { return 1; }`)).toStrictEqual(['table "x" → ""', "table 2 → 3", "1 → 2"]);
  });
});

const many = feature(
  `export function f(row: Row): boolean {\n  return row.amount !== null && row.amount > 3;\n}`,
  { kind: "boolean", nullable: false },
  ["amount"],
);

test("cases on the boundary notice everything", async () => {
  const cases = casesOf([
    [{ amount: 4 }, true],
    [{ amount: 3 }, false],
    [{ amount: 3.5 }, true],
    [{ amount: null }, false],
    [{ amount: -1 }, false],
  ]);
  expect(await check(cases, many)).toStrictEqual({
    code: { killed: 4, total: 4 },
    tables: { killed: 0, total: 0 },
    dataTests: { cases: [], killed: 4 },
    survivors: [],
    issues: [],
  });
});

test("cases away from the boundary are told what they do not notice, and where", async () => {
  const cases = casesOf([
    [{ amount: 99 }, true],
    [{ amount: 1 }, false],
    [{ amount: 50 }, true],
    [{ amount: null }, false],
    [{ amount: -1 }, false],
  ]);
  const { code, issues } = await check(cases, many);
  expect(code).toStrictEqual({ killed: 2, total: 4 });
  expect(issues.map(({ rule, line, message }) => `${rule} ${line} ${message}`)).toStrictEqual([
    "mutant 2 your tests do not notice this change (they notice 2 of 4): `return row.amount !== null && row.amount > 3;` → `return row.amount !== null && row.amount >= 3;`; add a case whose answer it changes",
    "mutant 2 your tests do not notice this change (they notice 2 of 4): `return row.amount !== null && row.amount > 3;` → `return row.amount !== null && row.amount > 4;`; add a case whose answer it changes",
  ]);
  expect((await check(cases, many, 0.5)).issues).toStrictEqual([]);
});

describe("rows from the data", () => {
  const away = casesOf([
    [{ amount: 99 }, true],
    [{ amount: 1 }, false],
    [{ amount: 50 }, true],
    [{ amount: null }, false],
    [{ amount: -1 }, false],
  ]);
  const asked = (dataRows: readonly Row[], mutationBar = 0.5): ReturnType<typeof checkMutants> =>
    checkMutants(away, many, { sandbox, columns, rows, dataRows, mutationBar });
  const ordinary = { body: "x", plan: null, amount: 70 };

  test("join where the cases do not notice a change: few, only what is read, and with the answer that the function gives", async () => {
    const found = await asked([ordinary, ...rows, { body: "y", plan: "pro", amount: 3 }]);
    expect(found.dataTests).toStrictEqual({
      cases: [
        {
          name: "notices return row.amount !== null && row.amount > 3; → return row.amount !== null && row.amount > 4;",
          input: { amount: 4 },
          expected: true,
        },
        {
          name: "notices return row.amount !== null && row.amount > 3; → return row.amount !== null && row.amount >= 3;",
          input: { amount: 3 },
          expected: false,
        },
      ],
      killed: 4,
    });
    expect([found.code, found.survivors]).toStrictEqual([{ killed: 2, total: 4 }, []]);
  });

  test("do not join where they notice nothing; what is left stays on record", async () => {
    const found = await asked([ordinary, { body: "z", plan: null, amount: 4 }]);
    expect(found.dataTests.cases.map(({ input }) => input)).toStrictEqual([{ amount: 4 }]);
    expect(found.survivors).toStrictEqual([
      {
        line: 2,
        before: "return row.amount !== null && row.amount > 3;",
        after: "return row.amount !== null && row.amount >= 3;",
      },
    ]);
  });

  test("do not lift the score of the candidate's own cases over the bar", async () => {
    const found = await asked(rows, 0.8);
    expect([found.issues.length, found.dataTests.cases]).toStrictEqual([2, []]);
  });
});

test("a change that no row could notice does not count", async () => {
  const program = feature(`export function f(row: Row): number { return Math.max(0, (row.body ?? "").length > 1e300 ? 2 : 0); }`, {
    kind: "number",
    nullable: false,
  });
  const { code } = await check(
    casesOf([
      [{ body: "a" }, 0],
      [{ body: null }, 0],
    ]),
    program,
  );
  expect(code.total).toBeLessThan(5);
});

test("mutants that never end are ended, by count and not by clock", async () => {
  const program = feature(
    `export function f(row: Row): number { let n = 0; for (let i = 0; i < 3 && n < 9; i += 1) n += i; return (row.body ?? "").length > 0 ? n : 0; }`,
    {
      kind: "number",
      nullable: false,
    },
  );
  const { code } = await check(
    casesOf([
      [{ body: "a" }, 3],
      [{ body: null }, 0],
    ]),
    program,
  );
  expect(code.killed).toBeGreaterThan(5);
});
