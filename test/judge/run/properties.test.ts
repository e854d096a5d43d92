import { afterAll, expect, test } from "vitest";
import { checkProperties } from "../../../generator/judge/properties.ts";
import { openSandbox } from "../../../generator/judge/sandbox/open-sandbox.ts";
import type { Program } from "../../../generator/types.ts";
import { columns, feature, normalizer } from "./programs.ts";

const sandbox = openSandbox({});
afterAll(() => sandbox.close());

const rows = [
  { body: "Hello there", plan: "pro", amount: 3 },
  { body: null, plan: null, amount: null },
  { body: "a  b", plan: "Pro", amount: 0 },
];
const number = { kind: "number", nullable: false } as const;

async function objections(program: Program): Promise<string[]> {
  const issues = await checkProperties(program, { sandbox, columns, rows });
  return issues.map(({ rule, message }) => `${rule}: ${message}`);
}

test("honest functions hold on everything", async () => {
  expect(
    await objections(
      feature(`export function f(row: Row): number { return (row.body ?? "").split(/\\s+/u).filter((w) => w !== "").length; }`, number),
    ),
  ).toStrictEqual([]);
  expect(
    await objections(
      feature(`export function f(row: Row): number { return row.amount === null ? -1 : Math.min(row.amount, 10); }`, number, ["amount"]),
    ),
  ).toStrictEqual([]);
  expect(
    await objections(
      normalizer(`export function f(v: string | null): string | null { return v === null ? null : v.trim().replace(/\\s+/gu, " "); }`),
    ),
  ).toStrictEqual([]);
});

test("an edit distance over bounded words is bounded", async () => {
  const distance = `
    function dist(a: string, b: string): number {
      let prev: number[] = Array.from(" " + b, (_c, i) => i);
      for (let i = 1; i <= a.length; i++) {
        const cur: number[] = [i];
        for (let j = 1; j <= b.length; j++) cur.push(Math.min((prev[j] ?? 0) + 1, (cur[j - 1] ?? 0) + 1, (prev[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1)));
        prev = cur;
      }
      return prev[b.length] ?? 0;
    }
    export function f(row: Row): number {
      let best = 99;
      for (const w of (row.body ?? "").split(" ").slice(0, 200)) best = Math.min(best, dist(w.slice(0, 40), "invoice"));
      return best;
    }`;
  expect(await objections(feature(distance, number))).toStrictEqual([]);
});

test("a missing null check is shown on the smallest input", async () => {
  expect(await objections(feature(`export function f(row: Row): number { return row.body.length; }`, number))).toStrictEqual([
    "throws: for a row of nulls it throws TypeError: Cannot read properties of null (reading 'length'); answer for every input, and test for null before use",
  ]);
});

test("an input that only drawing finds is shrunk", async () => {
  const [found] = await objections(
    feature(`export function f(row: Row): number { return (row.body ?? "").includes("Please") ? 0 / 0 : 1; }`, number),
  );
  expect(found).toBe('value: for { body: "Please" } it returns NaN where number is declared');
});

test("an answer that is not a number for some amounts is refused", async () => {
  const [found] = await objections(feature(`export function f(row: Row): number { return 1 / (row.amount ?? 1); }`, number, ["amount"]));
  expect(found).toMatch(/^value: for \{ amount: 0 \} it returns an infinite number/);
});

test("a normalizer that changes its own answer is refused with the cell that shows it", async () => {
  const [found] = await objections(
    normalizer(`export function f(v: string | null): string | null { return v === null ? null : v.replace("  ", " "); }`),
  );
  expect(found).toMatch(
    /^idempotent: normalizing twice is not normalizing once: .+ becomes .+, and that .+; a normalized cell must stay as it is$/,
  );
});

test("work that grows with the square of the text is refused by counted turns, in loops and in callbacks", async () => {
  const expected = [
    "bounded: takes more than 5000000 turns of loops and callbacks for a text of 100000 characters; go over the text once, or cut it with slice(0, 2000) first",
  ];
  const loops = `export function f(row: Row): number { const t = row.body ?? ""; let n = 0; for (let i = 0; i < t.length; i++) for (let j = i; j < t.length; j++) if (t.charCodeAt(i) === t.charCodeAt(j)) n++; return n; }`;
  const callbacks = `export function f(row: Row): number { const w = [...(row.body ?? "")]; return w.filter((a) => w.every((b) => b >= a)).length; }`;
  expect(await objections(feature(loops, number))).toStrictEqual(expected);
  expect(await objections(feature(callbacks, number))).toStrictEqual(expected);
});

test.each([
  [
    "includes",
    `const seen: string[] = []; for (const w of [...t]) if (!seen.includes(w + seen.length)) seen.push(w + seen.length); return seen.length;`,
  ],
  ["indexOf", `return t.split("").filter((_, i) => t.indexOf("\u0003") === i).length;`],
  ["a spread", `let all: string[] = []; for (const w of t.split("")) all = [...all, w]; return all.length;`],
  ["a new Set", `const w = t.split(""); return w.filter(() => new Set(w).size > 1).length;`],
  ["slice", `const w = t.split(""); return w.filter((_, i) => w.slice(i).length % 2 === 0).length;`],
  ["concat", `let all: readonly string[] = []; for (const w of t.split("")) all = all.concat(w); return all.length;`],
  ["join", `const w = t.split(""); return w.filter(() => w.join("").length > 3).length;`],
  ["a pattern's test", `return t.split("").filter(() => /\u0003/.test(t)).length;`],
  ["toLowerCase", `return t.split("").filter((w, i) => t.toLowerCase().charAt(i) === w).length;`],
  ["shift", `const w = t.split(""); let n = 0; for (const one of t) if (w.shift() === one) n += 1; return n;`],
])("work that grows with the square of the text inside %s is counted too", async (_, body) => {
  const source = `export function f(row: Row): number { const t = row.body ?? ""; ${body} }`;
  expect(await objections(feature(source, number))).toStrictEqual([expect.stringContaining("bounded: takes more than 5000000 turns")]);
});

test("going over the text a few hundred times is bounded", async () => {
  const words = Array.from({ length: 200 }, (_, i) => `"word${i}"`).join(", ");
  const source = `const words: readonly string[] = [${words}];
    const known: ReadonlySet<string> = new Set([...words]);
    export function f(row: Row): number {
      const t = (row.body ?? "").toLowerCase();
      const found = t.split(/\\s+/).filter((w) => words.includes(w) || known.has(w));
      let at = t.indexOf(" ");
      let n = 0;
      for (const w of words) if (t.includes(w) || t.replace("e", "").endsWith(w)) n += 1;
      for (const _ of t) if (at >= 0) at = t.indexOf(" ", at + 1);
      return n + found.length + new Set(found).size + [...found, ...words].length;
    }`;
  expect(await objections(feature(source, number))).toStrictEqual([]);
});

test("real rows count, and no cell of theirs is told", async () => {
  const found = await objections(
    feature(`export function f(row: Row): number { return (row.body ?? "").startsWith("Hello") ? 0 / 0 : 1; }`, number),
  );
  expect(found).toStrictEqual(["value: a real row: on input 1 of 3 it returns NaN where number is declared"]);
});
