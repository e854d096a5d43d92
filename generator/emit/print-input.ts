import type { Learned } from "../learned.ts";
import { comment, docComment } from "./comment.ts";
import { keyLiteral, literal } from "./literal.ts";
import type { Plan } from "./plan.ts";

/** `input.ts`: what a row is, and how an unknown value becomes one. */
export function printInput({ learned, ext, fields, nulls }: Plan): string {
  const properties = fields.map(
    ({ property, type, meaning }) => `${docComment([comment(meaning)])}\nreadonly ${keyLiteral(property)}: ${type};`,
  );
  const empty = fields.map(({ property }) => `${keyLiteral(property)}: null`).join(", ");
  const table = fields.map(({ property, kind }) => literal([property, kind]));
  return `
import { rowSchema, type RowSchema } from "./parse-row.${ext}";

${docComment([`What \`${comment(learned.task.column)}\` is predicted from. A cell that is not there is null.`])}
export interface Row {
  ${properties.join("\n")}
}

/** What \`schema\` accepts: a cell may also be undefined or left out. */
export type RowInput = { readonly [property in keyof Row]?: Row[property] | undefined };

/** A row with nothing in it: spread it and set what is known. */
export const emptyRow: Row = { ${empty} };

${docComment(aboutSchema(learned))}
export const schema: RowSchema<RowInput, Row> = rowSchema(
  [
  ${table.join(",\n")},
  ],
  ${literal(nulls)},
);

/**
 * The row in an unknown value.
 *
 * @throws {TypeError} With everything that \`schema\` objects to.
 */
export function parseRow(value: unknown): Row {
  const result = schema["~standard"].validate(value);
  if (result.issues) throw new TypeError(result.issues.map((issue) => issue.message).join("; "));
  return result.value;
}
`;
}

function aboutSchema({ data }: Learned): string[] {
  const texts = data.nulls.map((one) => comment(literal(one))).join(", ");
  const nulls = texts === "" ? "" : ` So are the texts that stand for "missing" in the training data (${texts}).`;
  return [
    "Finds out whether an unknown value is a row: a Standard Schema (https://standardschema.dev) that answers at once.",
    `Null, undefined, the empty text and a missing key are the same.${nulls} Other keys are dropped. Nothing is converted: a number must be a number, a date an ISO date.`,
  ];
}
