import { expect, test } from "vitest";
import { load } from "../../generator/data/load.ts";
import type { Reject } from "../../generator/types.ts";
import { column, sourceOf } from "../data/source.ts";

test.each([
  ["values", "call +49 30 1234 5678", "call <phone>"],
  ["values", "Thandiwe Mokoena", "Thandiwe Mokoena"],
  ["never", "Thandiwe Mokoena", "Aaaaa Aaaaa"],
  ["shape", "key sk-proj-4f9aB7xQ2LmN8pR3tV6w", "key <key>"],
] as const)("a message about an unreadable row of a column sent as %s tells of %j only %j", async (send, cell, told) => {
  const source = sourceOf(`y,n\na,1\nb,2\na,3\nb,4\na,${cell}\n`, { columns: [column("n", "number", send)], maxRejects: 1 });
  const rejects: Reject[] = [];
  await load(source, async (found) => void rejects.push(...found));
  expect(rejects.map(({ reason }) => reason)).toStrictEqual([`"n" is "${told}"; expected a plain number like -1.5`]);
});
