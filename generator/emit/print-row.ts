import type { Row } from "../types.ts";
import { keyLiteral, literal } from "./literal.ts";
import type { Field } from "./plan.ts";

/** A row as an expression beside `emptyRow`: what is set, in the order of the columns. */
export function printRow(row: Row, fields: readonly Field[]): string {
  const cells = new Map(Object.entries(row));
  const set = fields.flatMap(({ property }) => {
    const cell = cells.get(property) ?? null;
    return cell === null ? [] : [`${keyLiteral(property)}: ${literal(cell)}`];
  });
  return set.length === 0 ? "emptyRow" : `{ ${["...emptyRow", ...set].join(", ")} }`;
}
