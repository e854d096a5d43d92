import { rowSchema, type RowSchema } from "./parse-row.ts";

/** What `team` is predicted from. A cell that is not there is null. */
export interface Row {
  /** What tenure says. */
  readonly tenure: number | null;
  /** What amount says. */
  readonly amount: string | null;
  /** What body says. */
  readonly body: string | null;
}

/** What `schema` accepts: a cell may also be undefined or left out. */
export type RowInput = { readonly [property in keyof Row]?: Row[property] | undefined };

/** A row with nothing in it: spread it and set what is known. */
export const emptyRow: Row = { tenure: null, amount: null, body: null };

/**
 * Finds out whether an unknown value is a row: a Standard Schema (https://standardschema.dev)
 * that answers at once.
 *
 * Null, undefined, the empty text and a missing key are the same. Other keys are dropped.
 * Nothing is converted: a number must be a number, a date an ISO date.
 */
export const schema: RowSchema<RowInput, Row> = rowSchema(
  [
    ["tenure", "number"],
    ["amount", "text"],
    ["body", "text"],
  ],
  [""],
);

/**
 * The row in an unknown value.
 *
 * @throws {TypeError} With everything that `schema` objects to.
 */
export function parseRow(value: unknown): Row {
  const result = schema["~standard"].validate(value);
  if (result.issues) throw new TypeError(result.issues.map((issue) => issue.message).join("; "));
  return result.value;
}
