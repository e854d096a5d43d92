/** Checks unknown values against the columns of a row, as a Standard Schema (version 1, https://standardschema.dev). Needs nothing. */

export type CellKind = "text" | "number" | "date";

/** A column of the row: its property, and what a cell of it may hold. */
export type Field = readonly [property: string, kind: CellKind];

/** What is wrong, in one sentence, and under which property; no property when the whole value is meant. */
export interface RowIssue {
  readonly message: string;
  readonly path: readonly string[];
}

export type RowResult<Row> = { readonly value: Row; readonly issues?: undefined } | { readonly issues: readonly RowIssue[] };

/** A `StandardSchemaV1<Input, Row>` that always answers at once. */
export interface RowSchema<Input, Row> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "kiln";
    readonly validate: (value: unknown) => RowResult<Row>;
    readonly types?: { readonly input: Input; readonly output: Row } | undefined;
  };
}

/**
 * A schema of rows. Missing, undefined and null are the same, and so is a text that is one of `nulls`; a key that is no field is
 * dropped; nothing else is converted. `Row` must have exactly the fields as its properties.
 */
export function rowSchema<Input, Row>(fields: readonly Field[], nulls: readonly string[]): RowSchema<Input, Row> {
  const missing = new Set(nulls);
  const validate = (value: unknown): RowResult<Row> => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return { issues: [{ message: `found ${describe(value)}, expected an object with the properties of a row`, path: [] }] };
    }
    const given = new Map<string, unknown>(Object.entries(value));
    const issues: RowIssue[] = [];
    const cells = fields.map(([property, kind]): [string, unknown] => {
      const cell = given.get(property) ?? null;
      if (cell === null || (typeof cell === "string" && missing.has(cell))) return [property, null];
      const expected = objection(cell, kind);
      if (expected !== null)
        issues.push({ message: `${property}: found ${describe(cell)}, expected ${expected} or null`, path: [property] });
      return [property, cell];
    });
    return issues.length > 0 ? { issues } : { value: Object.fromEntries(cells) as Row };
  };
  return { "~standard": { version: 1, vendor: "kiln", validate } };
}

/** What the kind wants instead of the cell; null when the cell is fine. */
function objection(cell: unknown, kind: CellKind): string | null {
  if (kind === "number") return typeof cell === "number" && Number.isFinite(cell) ? null : "a finite number";
  if (typeof cell !== "string") return kind === "date" ? dateForm : "a text";
  return kind === "text" || isDate(cell) ? null : dateForm;
}

const dateForm = "a date like 2026-01-31 or 2026-01-31T08:30:00";

/** A day of the Gregorian calendar, perhaps with a time of day and a zone. */
function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(text);
  if (parts === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days && hour <= 23 && minute <= 59 && second <= 59;
}

/** The value in a few words, a text cut after 40 characters. */
function describe(value: unknown): string {
  if (typeof value === "string") return `the text ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`;
  if (typeof value === "number" || typeof value === "bigint") return `the ${typeof value} ${String(value)}`;
  if (typeof value === "boolean" || value === null || value === undefined) return String(value);
  return Array.isArray(value) ? "an array" : typeof value === "object" ? "an object" : `a ${typeof value}`;
}
