import type { Cell, Column, Issue, Program, Row, Sandbox, StepType, StepValue, TestCase } from "../types.ts";
import { prefixed } from "./prefixed.ts";
import { sameValue } from "./same-value.ts";

const fewest = 5;

/** The candidate's own cases: enough of them, of the kinds that matter, and every one passes in either order. */
export async function checkCases(
  cases: readonly TestCase[],
  program: Program,
  bench: { readonly sandbox: Sandbox; readonly columns: readonly Column[] },
): Promise<Issue[]> {
  const form = [...enough(cases), ...nullCase(cases, program), ...abstainingCase(cases, program.returns)];
  if (form.length > 0) return form;
  const rows = cases.map((one) => rowOf(one.input, program, bench.columns));
  const [result] = await bench.sandbox.run([program], rows);
  if (result!.ok) return cases.flatMap((one, i) => mismatch(one, result!.values[i]!));
  const alone = await Promise.all(rows.map((row) => bench.sandbox.run([program], [row])));
  const named = alone.flatMap(([one], i) => (one!.ok ? [] : prefixed(one!.issues, `case ${quote(cases[i]!.name)}:`)));
  return named.length > 0 ? named : [...result!.issues];
}

/** The whole row of a case: what it does not set is null. For a normalizer the cell stands in its column. */
export function rowOf(input: Cell | Row, program: Program, columns: readonly Column[]): Row {
  const given = typeof input === "object" && input !== null ? new Map(Object.entries(input)) : new Map([[program.column ?? "", input]]);
  const properties = new Set([...columns.map((column) => column.property), ...program.reads, ...given.keys()]);
  return Object.fromEntries([...properties].map((property) => [property, given.get(property) ?? null]));
}

function enough(cases: readonly TestCase[]): Issue[] {
  if (cases.length >= fewest) return [];
  return [
    issue(
      "five-cases",
      `has ${cases.length} cases; write at least ${fewest}: ordinary ones, a near miss, one with null, and one where the answer is negative or abstains`,
    ),
  ];
}

function nullCase(cases: readonly TestCase[], program: Program): Issue[] {
  const misses = ({ input }: TestCase): boolean => {
    if (typeof input !== "object" || input === null) return input === null;
    return program.reads.some((property) => (Object.hasOwn(input, property) ? input[property] : null) === null);
  };
  if (program.reads.length === 0 && program.column === null) return [];
  if (cases.some(misses)) return [];
  return [
    issue(
      "null-case",
      `no case has a missing value; add one whose ${program.column === null ? `${program.reads.join(" or ")} is null` : "input is null"}`,
    ),
  ];
}

function abstainingCase(cases: readonly TestCase[], returns: StepType): Issue[] {
  const wanted = abstention(returns);
  if (wanted !== null && !cases.some((one) => wanted.is(one)))
    return [issue("abstaining-case", `no case expects ${wanted.text}; add one where that is the right answer`)];
  const first = cases[0];
  if (first !== undefined && cases.every((one) => sameValue(one.expected, first.expected)))
    return [issue("abstaining-case", `every case expects ${show(first.expected)}; add one with another answer`)];
  return [];
}

/** The answer that says "not here", where a type has one. */
function abstention(returns: StepType): { readonly text: string; readonly is: (one: TestCase) => boolean } | null {
  switch (returns.kind) {
    case "class":
      return {
        text: 'the label "unknown"',
        is: ({ expected }) => typeof expected === "object" && expected !== null && expected.label === "unknown",
      };
    case "boolean":
      return { text: "false", is: ({ expected }) => expected === false };
    case "text":
      return { text: "null or the input unchanged", is: ({ expected, input }) => expected === null || expected === input };
    case "number":
      return {
        text: returns.nullable ? "null or a number that is not positive" : "a number that is not positive",
        is: ({ expected }) => expected === null || (typeof expected === "number" && expected <= 0),
      };
    case "union": {
      const none = returns.members.filter((member) => /^(unknown|none|other|no|neutral|absent|missing|unclear|n\/a|)$/i.test(member));
      if (returns.nullable) return { text: "null", is: ({ expected }) => expected === null || none.some((member) => member === expected) };
      return none.length === 0
        ? null
        : {
            text: none.map((member) => JSON.stringify(member)).join(" or "),
            is: ({ expected }) => none.some((member) => member === expected),
          };
    }
  }
}

function mismatch(one: TestCase, got: StepValue): Issue[] {
  if (sameValue(one.expected, got)) return [];
  return [
    issue(
      "case",
      `case ${quote(one.name)}: expected ${show(one.expected)}, got ${show(got)} for ${show(one.input)}; correct the function, or the case if it is wrong`,
    ),
  ];
}

function show(value: StepValue | Row): string {
  const text = JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function quote(name: string): string {
  return JSON.stringify(name.slice(0, 80));
}

function issue(rule: string, message: string): Issue {
  return { rule, line: 0, message };
}
