import { afterAll, describe, expect, test } from "vitest";
import { openWorld } from "../../../generator/judge/examine.ts";
import { judge } from "../../../generator/judge/judge.ts";
import { openSandbox } from "../../../generator/judge/sandbox/open-sandbox.ts";
import type { Candidate, Verdict } from "../../../generator/types.ts";
import { casesOf, columns } from "./programs.ts";

const sandbox = openSandbox({});
afterAll(() => sandbox.close());

const rows = [
  { body: "Refund me! Now!", plan: "pro", amount: 4 },
  { body: "hello", plan: null, amount: 3 },
  { body: null, plan: null, amount: null },
];
const bench = { world: openWorld(columns), columns, sandbox, rows, shown: rows, dataTests: false, mutationBar: 0.8, flipLimit: 1 };

const shouts: Candidate = {
  kind: "feature",
  name: "shouts",
  column: null,
  rationale: "who shouts wants something",
  source: `/** How many exclamation marks. */\nexport function shouts(row: Row): number {\n  return (row.body ?? "").split("!").length - 1;\n}\n`,
  cases: casesOf([
    [{ body: "no" }, 0],
    [{ body: "yes!" }, 1],
    [{ body: "so! what!" }, 2],
    [{ body: null }, 0],
    [{ body: "?" }, 0],
  ]),
  origin: { round: 1, repaired: false, reply: "0", model: "m" },
};

function changed(name: string, from: string, to: string, cases = shouts.cases): Candidate {
  return { ...shouts, name, source: shouts.source.replace("shouts", name).replace(from, to), cases };
}

function summary(verdict: Verdict): string {
  return verdict.kind === "passed"
    ? `${verdict.candidate.name} passed`
    : verdict.gate === "types"
      ? `${verdict.candidate.name} types`
      : `${verdict.candidate.name} ${verdict.gate}: ${verdict.issues.map(({ rule }) => rule).join()}`;
}

test("a good candidate passes with its proof", async () => {
  const [verdict] = await judge([shouts], bench);
  expect(verdict).toMatchObject({
    kind: "passed",
    program: { kind: "feature", name: "shouts", returns: { kind: "number", nullable: false }, reads: ["body"] },
    proof: { cases: 5, mutants: { killed: 3, total: 3 } },
  });
  expect(verdict!.kind === "passed" && verdict!.proof.flips).toStrictEqual([
    { rewrite: "case", share: 0 },
    { rewrite: "spacing", share: 0 },
    { rewrite: "punctuation", share: 1 },
    { rewrite: "contraction", share: 0 },
    { rewrite: "typo", share: 0 },
    { rewrite: "greeting", share: 0 },
    { rewrite: "signature", share: 0 },
  ]);
});

describe("every gate", () => {
  const candidates: readonly Candidate[] = [
    shouts,
    changed("asks_clock", `(row.body ?? "").split("!").length - 1`, "Date.now()"),
    changed("off_by_one", "length - 1", "length"),
    changed("divides", `length - 1`, `length - 1 + 0 / (row.amount ?? 1)`, shouts.cases),
    changed("untested", "- 1", `- 1 + ((row.amount ?? 0) > 3 ? 5 : 0) + ((row.plan ?? "") === "pro" ? 7 : 0)`),
  ];

  test("refuses by its own name, and verdicts stand in the candidates' order", async () => {
    const verdicts = await judge(candidates, bench);
    expect(verdicts.map(summary)).toStrictEqual([
      "shouts passed",
      "asks_clock types",
      "off_by_one tests: case,case,case,case,case",
      "divides properties: value",
      "untested mutants: mutant,mutant,mutant,mutant,mutant",
    ]);
  });

  test("says the same again", async () => {
    expect(await judge(candidates, bench)).toStrictEqual(await judge(candidates, bench));
  });

  test("can be told how stable an answer must be", async () => {
    const [verdict] = await judge([shouts], { ...bench, flipLimit: 0.5 });
    expect(summary(verdict!)).toBe("shouts properties: stable");
  });
});
