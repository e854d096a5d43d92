import type { Cell, Change, Column, Program, Row, Sandbox, StepValue, TestCase } from "../types.ts";
import { rowOf } from "./cases.ts";
import { sameValue } from "./same-value.ts";

interface Ports {
  readonly sandbox: Sandbox;
  readonly columns: readonly Column[];
  /** Masked real rows. */
  readonly dataRows: readonly Row[];
}

/** A program that differs from another by one change. */
interface Variant {
  readonly program: Program;
  readonly change: Change;
}

/** Cases out of rows, and the variants (by index) that they notice. */
interface Noticing {
  readonly cases: readonly TestCase[];
  readonly noticed: ReadonlySet<number>;
}

/** Most rows that join the tests of one step: a reviewer reads each. */
const most = 5;

/**
 * Few rows that together notice as many of the variants as rows can: each time the one that notices most of what is left, of equal ones
 * the shortest, then the first. What they expect is what the program answers. A variant that throws is left to the author's cases.
 */
export async function noticingRows(
  program: Program,
  variants: readonly Variant[],
  { sandbox, columns, dataRows }: Ports,
): Promise<Noticing> {
  const inputs = variants.length === 0 ? [] : inputsOf(program, dataRows);
  if (inputs.length === 0) return { cases: [], noticed: new Set() };
  const rows = inputs.map((input) => rowOf(input, program, columns));
  const [own, ...results] = await sandbox.run([program, ...variants.map((one) => one.program)], rows, "variants");
  if (!own!.ok) return { cases: [], noticed: new Set() };
  const noticedBy = inputs.map((_, i) =>
    results.flatMap((result, k) => (result.ok && !sameValue(result.values[i]!, own!.values[i]!) ? [k] : [])),
  );
  const noticed = new Set<number>();
  const cases: TestCase[] = [];
  while (cases.length < most) {
    const fresh = noticedBy.map((list) => list.filter((k) => !noticed.has(k)));
    const best = indexOfBest(fresh, inputs);
    if (best === null) break;
    for (const k of fresh[best]!) noticed.add(k);
    cases.push(
      caseOf(
        inputs[best]!,
        own!.values[best]!,
        fresh[best]!.map((k) => variants[k]!.change),
      ),
    );
  }
  return { cases, noticed };
}

/** What the program reads of the rows, each once. */
function inputsOf({ column, reads }: Program, rows: readonly Row[]): (Cell | Row)[] {
  const inputs = rows.map((row): Cell | Row =>
    column === null ? Object.fromEntries(reads.map((property) => [property, row[property] ?? null])) : (row[column] ?? null),
  );
  return [...new Map(inputs.map((input) => [JSON.stringify(input), input])).values()];
}

function indexOfBest(fresh: readonly (readonly number[])[], inputs: readonly (Cell | Row)[]): number | null {
  const length = (i: number): number => JSON.stringify(inputs[i]).length;
  let best: number | null = null;
  for (const [i, { length: gain }] of fresh.entries()) {
    const least = best === null ? 1 : fresh[best]!.length;
    if (gain > least || (gain === least && (best === null || length(i) < length(best)))) best = i;
  }
  return best;
}

function caseOf(input: Cell | Row, expected: StepValue, [first, ...rest]: readonly Change[]): TestCase {
  const more = rest.length === 0 ? "" : ` and ${rest.length} more`;
  return { name: `notices ${first!.before} → ${first!.after}${more}`, input, expected };
}
