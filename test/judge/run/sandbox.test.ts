import { afterAll, describe, expect, test } from "vitest";
import { openSandbox } from "../../../generator/judge/sandbox/open-sandbox.ts";
import { openSandboxes } from "../../../generator/judge/sandbox/open-sandboxes.ts";
import type { Program, Row, RunResult } from "../../../generator/types.ts";
import { feature, normalizer } from "./programs.ts";

const sandbox = openSandbox({});
afterAll(() => sandbox.close());

const number = { kind: "number", nullable: false } as const;

async function one(program: Program, rows: readonly Row[]): Promise<RunResult> {
  const [result] = await sandbox.run([program], rows);
  return result!;
}

async function ruleOf(program: Program, rows: readonly Row[]): Promise<string> {
  const result = await one(program, rows);
  return result.ok ? "ok" : result.issues[0].rule;
}

function shown(results: readonly RunResult[]): string[] {
  return results.map((result) => (result.ok ? result.values.join() : result.issues[0].rule));
}

describe("values", () => {
  test("come back in the order of programs and rows", async () => {
    const programs = [1, 2, 3].map((k) => feature(`export function f(row: Row): number { return row.amount * ${k}; }`, number));
    const results = await sandbox.run(programs, [{ amount: 1 }, { amount: 10 }]);
    expect(results.map((result) => result.ok && result.values)).toStrictEqual([
      [1, 10],
      [2, 20],
      [3, 30],
    ]);
  });

  test("of every declared type cross the wall unharmed", async () => {
    const rows = [{ body: '\ud800 \u2028 \u0000 " é 👍' }, { body: null }];
    expect(await one(normalizer(`export function f(v: string | null) { return v; }`), rows)).toStrictEqual({
      ok: true,
      values: rows.map(({ body }) => body),
      micros: expect.any(Number) as number,
    });
    const classifier: Program = {
      ...feature(
        `export function f(row: Row) { return row.body === null ? { label: "unknown", confidence: "low" } : { confidence: "high", label: "a" }; }`,
        {
          kind: "class",
          labels: ["a"],
        },
      ),
      kind: "classifier",
    };
    expect(await one(classifier, rows)).toStrictEqual({
      ok: true,
      values: [
        { label: "a", confidence: "high" },
        { label: "unknown", confidence: "low" },
      ],
      micros: expect.any(Number) as number,
    });
    expect(
      await one(feature(`function f(row: Row) { return row.body !== null; }`, { kind: "boolean", nullable: false }), rows),
    ).toMatchObject({ values: [true, false] });
    expect(
      await one(feature(`function f(row: Row) { return row.body === null ? null : 1 / 3; }`, { kind: "number", nullable: true }), rows),
    ).toMatchObject({ values: [1 / 3, null] });
    expect(await one(feature(`function f(row: Row) { return 0 * -1; }`, number), rows)).toMatchObject({ values: [0, 0] });
  });

  test("are read from columns with awkward names", async () => {
    const row = Object.fromEntries([
      ["__proto__", "x"],
      ["constructor", "y"],
      ["a b", "z"],
    ]) as Row;
    const js = `function f(row) { return Object.keys(row).join() + row["__proto__"] + row.constructor + row["a b"]; }`;
    expect(await one(feature(js, { kind: "text" }), [row])).toMatchObject({ values: ["__proto__,constructor,a bxyz"] });
  });

  test("of more rows than fit into one message are joined", async () => {
    const rows = Array.from({ length: 105_000 }, (_, i) => ({ amount: i }));
    const result = await one(feature(`function f(row: Row) { return row.amount % 7; }`, number), rows);
    expect(result.ok && result.values.length === 105_000 && result.values.every((value, i) => value === i % 7)).toBe(true);
  });

  test("of no rows are none", async () => {
    expect(await one(feature(`function f() { return 1; }`, number), [])).toStrictEqual({ ok: true, values: [], micros: 0 });
  });
});

describe("a refusal", () => {
  const rows = [
    { body: "secret 42", amount: 1 },
    { body: null, amount: 2 },
  ];

  test.each([
    ["a text where a number is declared", `function f(row) { return row.body; }`, "value"],
    ["not a number", `function f() { return 0 / 0; }`, "value"],
    ["an infinite number", `function f() { return 1 / 0; }`, "value"],
    ["null", `function f() { return null; }`, "value"],
    ["nothing", `function f() {}`, "value"],
    ["a promise", `async function f() { return 1; }`, "value"],
    ["an error", `function f(row) { return row.body.length; }`, "throws"],
    ["a change of its row", `function f(row) { row.amount = 0; return 1; }`, "throws"],
    ["a count of its calls", `let n = 0; function f() { n += 1; return n; }`, "deterministic"],
    ["a regular expression with a memory", `const R = /[a-z]/g; function f(row) { return R.test("a") ? 1 : 0; }`, "deterministic"],
    ["a use of what is not there", `function f() { return Date.now(); }`, "throws"],
  ])("names the rule for %s", async (_, js, rule) => {
    expect(await ruleOf(feature(js, number), rows)).toBe(rule);
  });

  test("tells row and cause and never a cell", async () => {
    const result = await one(feature(`function f(row) { return row.body === null ? row.body.length : 1; }`, number), rows);
    expect(result).toStrictEqual({
      ok: false,
      issues: [
        {
          rule: "throws",
          line: 0,
          message:
            "on input 2 of 2 it throws TypeError: Cannot read properties of null (reading 'length'); answer for every input, and test for null before use",
        },
      ],
    });
    const leak = await one(feature(`function f(row) { throw new Error(row.body); }`, number), rows);
    expect(JSON.stringify(leak)).not.toContain("secret");
    const odd = await one(feature(`function f(row) { return row.body; }`, { kind: "union", members: ["a"], nullable: true }), rows);
    expect(JSON.stringify(odd)).not.toContain("secret");
  });

  test("of one program leaves the others as they are", async () => {
    const good = feature(`function f(row) { return row.amount; }`, number);
    const results = await sandbox.run([good, feature(`function f() { throw 1; }`, number), good], rows);
    expect(results.map(({ ok }) => ok)).toStrictEqual([true, false, true]);
  });
});

test.each([3, 2900])("a row that is written to is refused, row %d of 3,000", async (at) => {
  const rows = Array.from({ length: 3000 }, (_, amount) => ({ amount, body: "x" }));
  const program = feature(`export function f(row: Row): number { if (row.amount === ${at}) row.body = "y"; return 1; }`, number);
  const result = await one(program, rows);
  expect(result.ok ? "" : result.issues[0].message).toContain(
    `on input ${at + 1} of 3000 it throws TypeError: Cannot assign to read only property`,
  );
});

test("many callers at once each get their own answers", async () => {
  const calls = Array.from({ length: 20 }, (_, k) =>
    one(feature(`function f(row) { return row.amount + ${k}; }`, number), [{ amount: 1 }]),
  );
  const results = await Promise.all(calls);
  expect(results.map((result) => result.ok && result.values[0])).toStrictEqual(calls.map((_, k) => k + 1));
});

function variant(js: string): Program {
  return { ...feature("", number), js };
}

describe("variants of one program", () => {
  const rows = [{ amount: 1 }, { amount: 2 }];

  test("answer each for itself, whatever another does", async () => {
    const results = await sandbox.run(
      [
        variant(`function f(row) { return row.amount; }`),
        variant(`function f(row) { return row.body.length; }`),
        variant(`function f(row) { return ( }`),
        variant(`function f(row) { return "x"; }`),
        variant(`function f(row) { return row.amount * 2; }`),
      ],
      rows,
      "variants",
    );
    expect(shown(results)).toStrictEqual(["1,2", "throws", "throws", "value", "2,4"]);
  });

  test("run alone when one of them brings their world down", async () => {
    const small = openSandbox({ heapMb: 100, residentMb: 300, baseMs: 400, rowMs: 0, graceMs: 350 });
    const results = await small
      .run([variant(`function f(row) { return row.amount; }`), variant(`function f() { for (;;) {} }`)], rows, "variants")
      .finally(() => small.close());
    expect(shown(results)).toStrictEqual(["1,2", "time-limit"]);
  });
});

test("long texts that repeat a unit are whole on the other side", async () => {
  const texts = ["ab".repeat(30_000) + "!", "x".repeat(50_000), `${"a".repeat(20_000)}${"b".repeat(20_000)}`, "Ab1, ".repeat(2500)];
  const result = await one(
    normalizer(`function f(v) { return v; }`),
    texts.map((body) => ({ body })),
  );
  expect(result.ok && result.values).toStrictEqual(texts);
});

test("several sandboxes answer as one does: in the order of the programs", async () => {
  const sources = [
    `export function f(row: Row): number { return row.amount; }`,
    `export function f(row: Row): number { return row.amount * 3; }`,
    `export function f(): number { return null.amount; }`,
  ];
  const programs = sources.map((source) => feature(source, number));
  const rows = [{ amount: 1 }, { amount: 2 }];
  const two = openSandboxes(2);
  const results = await two.run(programs, rows).finally(() => two.close());
  expect(shown(results)).toStrictEqual(shown(await sandbox.run(programs, rows)));
  expect(shown(results)).toStrictEqual(["1,2", "3,6", "throws"]);
});
