import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadFresh } from "../../generator/data/fresh.ts";
import { column } from "../emit/fixture.ts";

const task = { kind: "class", column: "team", classes: ["billing", "cancel"], sentence: "" } as const;

async function read(text: string) {
  const at = join(await mkdtemp(join(tmpdir(), "kiln-fresh-")), "rows.csv");
  await writeFile(at, text);
  const place = { kind: "csv", at, delimiter: ",", quote: '"' } as const;
  return loadFresh({
    place,
    nulls: ["n/a"],
    columns: [column("age", "number"), column("body", "text")],
    task,
    merge: new Map([["bill", "billing"]]),
  });
}

test("rows without a target are read; what cannot be read is counted", async () => {
  const { dataset, labelled, rejects } = await read("body,age\nhi,3\nho,x\n,n/a\n");
  expect([labelled, rejects, dataset.rows]).toStrictEqual([
    false,
    1,
    [
      { age: 3, body: "hi" },
      { age: null, body: null },
    ],
  ]);
  expect([...dataset.target]).toStrictEqual([Number.NaN, Number.NaN]);
});

test("a truth is read by the classes that were learned; an unknown or a missing one is none", async () => {
  const { dataset, labelled } = await read("team,body,age\ncancel,a,1\nbill,b,2\nnew,c,3\n,d,4\n");
  expect([labelled, [...dataset.target]]).toStrictEqual([true, [1, 0, Number.NaN, Number.NaN]]);
});

test("a file without a readable row is an error", async () => {
  await expect(read("body,age\nhi,x\n")).rejects.toThrow("found no readable row among 1");
});
