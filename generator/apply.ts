import { applyInputs, type Inputs } from "./train/matrix.ts";
import { withRidge } from "./train/ridge.ts";
import { stepColumns } from "./train/step-columns.ts";
import type { Matrix, Ridge } from "./learning.ts";
import type { Program, Row, Sandbox, StepValue } from "./types.ts";

/** The rows as the normalizers leave them, each rewriting its column in turn. */
async function normalize(normalizers: readonly Program[], rows: readonly Row[], sandbox: Sandbox): Promise<readonly Row[]> {
  let current = rows;
  for (const program of normalizers) {
    const [values] = await valuesOf([program], current, sandbox);
    current = rewritten(current, program, values ?? []);
  }
  return current;
}

/** Rows with one column replaced by what a normalizer said of it. */
export function rewritten(rows: readonly Row[], { name, column }: Program, values: readonly StepValue[]): readonly Row[] {
  if (column === null) throw new Error(`${name} is no normalizer`);
  return rows.map((row, i) => ({ ...row, [column]: cellOf(values[i]) }));
}

function cellOf(value: StepValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}

/**
 * What programs answer for rows.
 *
 * @throws {Error} When a program that has passed its gates fails: the gates have a hole.
 */
async function valuesOf(programs: readonly Program[], rows: readonly Row[], sandbox: Sandbox): Promise<(readonly StepValue[])[]> {
  const results = await sandbox.run(programs, rows);
  return results.map((result, k) => {
    if (result.ok) return result.values;
    throw new Error(`${programs[k]?.name} passed its gates and then failed: ${result.issues[0].message}`);
  });
}

/** Everything fitted that stands before the forest. */
export interface Fitted extends Inputs {
  readonly ridge: Ridge | null;
}

/** The forest's columns for rows as they come in, as the emitted pipeline computes them. */
export async function pipelineMatrix(
  { ridge, ...inputs }: Fitted,
  programs: readonly Program[],
  rows: readonly Row[],
  sandbox: Sandbox,
): Promise<Matrix> {
  const normalizers = programs.filter(({ kind }) => kind === "normalizer");
  const others = programs.filter(({ kind }) => kind !== "normalizer");
  const normal = await normalize(normalizers, rows, sandbox);
  const values = await valuesOf(others, normal, sandbox);
  const plain = others.reduce((matrix, program, k) => widened(matrix, stepColumns(program, values[k] ?? [])), applyInputs(inputs, normal));
  return withRidge(ridge, plain);
}

/** A matrix with further columns at its right. */
export function widened(
  matrix: Matrix,
  { names, columns }: { readonly names: readonly string[]; readonly columns: readonly Float64Array[] },
): Matrix {
  return { names: [...matrix.names, ...names], columns: [...matrix.columns, ...columns], n: matrix.n };
}
