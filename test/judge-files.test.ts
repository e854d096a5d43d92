import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { judgeFiles, verdictLines } from "../generator/judge-files.ts";
import { openSandbox } from "../generator/judge/sandbox/open-sandbox.ts";

const sandbox = openSandbox({});
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kiln-"));
});
afterAll(() => Promise.all([sandbox.close(), rm(folder, { recursive: true })]));

const loud = `export interface Row { readonly text: string; readonly amount: number }

/** Whether it is loud and dear. */
export function f(row: Row): boolean {
  return row.text.includes("!") && row.amount > 3;
}
`;
const cases = `
export const cases = [
  { name: "loud and dear", input: { text: "a!", amount: 4 }, expected: true },
  { name: "on the edge", input: { text: "a!", amount: 3 }, expected: false },
  { row: { text: "a", amount: 9 }, expected: false },
  [{ text: "", amount: 9 }, false],
  [{ text: "!", amount: -1 }, false],
];
`;

async function verdictsOf(texts: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const files = Object.keys(texts);
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
  const verdicts = await judgeFiles(
    files.map((file) => join(folder, file)),
    sandbox,
  );
  return verdictLines(verdicts).map((line) => line.replaceAll(`${folder}/`, ""));
}

test("a file without cases is kept by the gates that need none, and the others say that they are skipped", async () => {
  expect(await verdictsOf({ "bare.ts": loud })).toStrictEqual([
    "kept     bare.ts",
    "         gate 4 (tests) is skipped: the file has no cases",
    "         gate 6 (mutants) is skipped: the file has no cases",
    "1 kept, 0 refused",
  ]);
});

test("cases in a file are run, and tested by mutants", async () => {
  const weak = cases
    .replace('{ name: "on the edge", input: { text: "a!", amount: 3 }', '{ input: { text: "b", amount: 3 }')
    .replace('"!", amount: -1', '"b", amount: -1')
    .replace("amount: 4", "amount: 9");
  const [kept, wrong, untested, odd] = [
    await verdictsOf({ "kept.ts": loud + cases }),
    await verdictsOf({ "wrong.ts": loud + cases.replace("expected: true", "expected: false") }),
    await verdictsOf({ "untested.ts": loud + weak }),
    await verdictsOf({ "odd.ts": loud + cases.replace("expected: true", "expected: Date.now()") }),
  ];
  expect(kept).toStrictEqual(["kept     kept.ts", "1 kept, 0 refused"]);
  expect(wrong.at(-1)).toBe("0 kept, 1 refused: abstaining-case 1");
  expect(untested.at(-1)).toBe("0 kept, 1 refused: mutant 1");
  expect(odd).toStrictEqual([
    "refused  odd.ts",
    '         9: a case of another form; write `export const cases = [{ name: "…", input: { text: "…" }, expected: true }]` of plain values (literal-cases)',
    "0 kept, 1 refused: literal-cases 1",
  ]);
});

test("what cannot be read or parsed is a verdict, and the next file is judged", async () => {
  const verdicts = await judgeFiles([join(folder, "nowhere.ts"), folder], sandbox);
  expect(verdicts.map(({ verdict, issues }) => `${verdict} ${issues[0]?.rule}`)).toStrictEqual([
    "refused readable-file",
    "refused readable-file",
  ]);
  const lines = await verdictsOf({
    "bytes.ts": new Uint8Array([0xff, 0xfe, 0x00]),
    "empty.ts": "",
    "cut.ts": "export function f(",
    "deep.ts": `export function f(): number { return ${"!".repeat(10_000)}1; }`,
    "wide.ts": "x".repeat(2_000_000),
    "good.ts": loud,
  });
  expect(lines.filter((line) => /^(?:kept|refused)/.test(line))).toStrictEqual([
    "refused  bytes.ts",
    "refused  empty.ts",
    "refused  cut.ts",
    "refused  deep.ts",
    "refused  wide.ts",
    "kept     good.ts",
  ]);
});

test("refusals are counted by their first rule", async () => {
  const clock = loud.replace("row.amount > 3", "Date.now() > 3");
  expect((await verdictsOf({ "a.ts": clock, "b.ts": clock, "c.ts": loud.replace("&&", "=="), "d.ts": loud })).at(-1)).toBe(
    "1 kept, 3 refused: type-2304 2, allowed-operators 1",
  );
});
