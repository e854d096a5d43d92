import { afterAll, expect, test } from "vitest";
import { checkRewrites } from "../../../generator/judge/rewrites.ts";
import { openSandbox } from "../../../generator/judge/sandbox/open-sandbox.ts";
import type { Program } from "../../../generator/types.ts";
import { columns, feature } from "./programs.ts";

const sandbox = openSandbox({});
afterAll(() => sandbox.close());

const rows = [
  { body: "I can't log in. PLEASE help!", plan: "Pro", amount: 1 },
  { body: "Where is my invoice?", plan: "pro", amount: 2 },
  { body: null, plan: null, amount: 3 },
];
const boolean = { kind: "boolean", nullable: false } as const;

async function shares(program: Program, flipLimit = 1): Promise<string[]> {
  const { flips, issues } = await checkRewrites(program, { sandbox, columns, rows, shown: [], flipLimit });
  return [
    ...flips.filter(({ share }) => share > 0).map(({ rewrite, share }) => `${rewrite} ${share}`),
    ...issues.map(({ rule, message }) => `${rule}: ${message}`),
  ];
}

test("a careful function flips nowhere", async () => {
  expect(
    await shares(feature(`export function f(row: Row): boolean { return (row.body ?? "").toLowerCase().includes("help"); }`, boolean)),
  ).toStrictEqual([]);
});

test("shares are of the rows that a rewrite changes", async () => {
  expect(
    await shares(feature(`export function f(row: Row): boolean { return (row.body ?? "").includes("PLEASE"); }`, boolean)),
  ).toStrictEqual(["case 0.5", "typo 0.5"]);
  expect(
    await shares(feature(`export function f(row: Row): boolean { return (row.body ?? "").includes("can't"); }`, boolean)),
  ).toStrictEqual(["contraction 1"]);
  expect(await shares(feature(`export function f(row: Row): boolean { return /^\\S/.test(row.body ?? ""); }`, boolean))).toStrictEqual([
    "spacing 1",
  ]);
});

test("examples are masked cells that flip the answer when they alone are rewritten", async () => {
  const shown = [
    { body: "I can't log in. PLEASE help <name-abcd>!", plan: "Pro", amount: 1 },
    { body: "Where is my invoice?", plan: "pro", amount: 2 },
    { body: null, plan: null, amount: 3 },
  ];
  const program = feature(`export function f(row: Row): boolean { return (row.body ?? "").includes("PLEASE"); }`, boolean);
  const { flipExamples } = await checkRewrites(program, { sandbox, columns, rows, shown, flipLimit: 1 });
  expect(flipExamples).toStrictEqual([
    {
      rewrite: "case",
      property: "body",
      before: "I can't log in. PLEASE help <name-abcd>!",
      after: "i can't log in. please help <name-abcd>!",
      was: true,
      is: false,
    },
    {
      rewrite: "typo",
      property: "body",
      before: "I can't log in. PLEASE help <name-abcd>!",
      after: "I can't log in. PLAESE help <name-abcd>!",
      was: true,
      is: false,
    },
  ]);
  const unmasked = await checkRewrites(program, { sandbox, columns, rows, shown: [], flipLimit: 1 });
  expect(unmasked.flipExamples).toStrictEqual([]);
});

test("categories are rewritten in case, spacing and punctuation only", async () => {
  const exact = `export function f(row: Row): boolean { return row.plan === "Pro"; }`;
  expect(await shares(feature(exact, boolean, ["plan"]))).toStrictEqual(["case 1", "spacing 0.5"]);
});

test("a share above the limit is refused", async () => {
  const limited = await shares(
    feature(`export function f(row: Row): boolean { return (row.body ?? "").includes("where"); }`, boolean),
    0.4,
  );
  expect(limited).toStrictEqual([
    "case 0.5",
    "stable: the answer flips on 50 % of real rows under a harmless change (case), at most 40 % may; normalise case, spacing and punctuation before you look for words",
  ]);
});
