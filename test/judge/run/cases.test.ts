import { afterAll, expect, test } from "vitest";
import { checkCases } from "../../../generator/judge/cases.ts";
import { openSandbox } from "../../../generator/judge/sandbox/open-sandbox.ts";
import { casesOf, columns, feature, normalizer } from "./programs.ts";

const sandbox = openSandbox({});
afterAll(() => sandbox.close());
const ports = { sandbox, columns };

const shout = feature(`export function f(row: Row): boolean { return row.body !== null && row.body.includes("!"); }`, {
  kind: "boolean",
  nullable: false,
});
const good = casesOf([
  [{ body: "help!" }, true],
  [{ body: "!" }, true],
  [{ body: "help" }, false],
  [{ body: null }, false],
  [{}, false],
]);

test("cases that all hold raise nothing", async () => {
  expect(await checkCases(good, shout, ports)).toStrictEqual([]);
});

test("a case that does not hold is told with what was expected, what came, and for which input", async () => {
  const [, ...rest] = good;
  expect(await checkCases([{ name: "loud", input: { body: "help" }, expected: true }, ...rest], shout, ports)).toStrictEqual([
    {
      rule: "case",
      line: 0,
      message: 'case "loud": expected true, got false for {"body":"help"}; correct the function, or the case if it is wrong',
    },
  ]);
});

test("a case on which the function throws is told by its name", async () => {
  const hasty = feature(`export function f(row: Row): boolean { return row.body.includes("!"); }`, { kind: "boolean", nullable: false });
  const issues = await checkCases(good, hasty, ports);
  expect(issues.map(({ rule, message }) => `${rule} ${message.slice(0, 30)}`)).toStrictEqual([
    'throws case "case 4": it throws TypeE',
    'throws case "case 5": it throws TypeE',
  ]);
});

test("too few cases, none with null, none that says no, are each refused before anything runs", async () => {
  const issues = await checkCases(
    casesOf([
      [{ body: "a!" }, true],
      [{ body: "b!" }, true],
    ]),
    shout,
    ports,
  );
  expect(issues.map(({ rule }) => rule)).toStrictEqual(["five-cases", "null-case", "abstaining-case"]);
});

test("five cases of one and the same answer are refused", async () => {
  const length = feature(`export function f(row: Row): number { return 0; }`, { kind: "number", nullable: false });
  const issues = await checkCases(
    casesOf([
      [{ body: "a" }, 0],
      [{ body: "b" }, 0],
      [{ body: "c" }, 0],
      [{ body: null }, 0],
      [{}, 0],
    ]),
    length,
    ports,
  );
  expect(issues.map(({ rule, message }) => `${rule}: ${message}`)).toStrictEqual([
    "abstaining-case: every case expects 0; add one with another answer",
  ]);
});

test("numbers may differ in the ninth digit", async () => {
  const third = feature(`export function f(row: Row): number { return (row.amount ?? 0) / 3; }`, { kind: "number", nullable: false }, [
    "amount",
  ]);
  const cases = casesOf([
    [{ amount: 1 }, 0.3333333333],
    [{ amount: 2 }, 0.66666666667],
    [{ amount: 3 }, 1],
    [{ amount: null }, 0],
    [{ amount: 1e9 }, 333333333.3333],
  ]);
  expect(await checkCases(cases, third, ports)).toStrictEqual([]);
});

test("a normalizer's cases hold a cell", async () => {
  const trim = normalizer(
    `export function f(value: string | null): string | null { return value === null || value.trim() === "" ? null : value.trim(); }`,
  );
  const cases = casesOf([
    [" a ", "a"],
    ["b", "b"],
    ["  ", null],
    [null, null],
    ["c\n", "c"],
  ]);
  expect(await checkCases(cases, trim, ports)).toStrictEqual([]);
});
