import { categoryShares, dateParts, indexCategory, numberOf, textStatistics } from "../runtime.ts";
import type { Encoder } from "../learning.ts";
import type { Column, Row } from "../types.ts";
import { textOf } from "./encoders.ts";
import { type Outputs, shownOutputs } from "./outputs.ts";

/** Names of the columns that an encoder makes, in order. */
export function encoderNames(encoder: Encoder): string[] {
  const { property } = encoder;
  switch (encoder.kind) {
    case "number":
      return [property];
    case "date":
      return [`${property}.month`, `${property}.weekday`, `${property}.hour`];
    case "text":
      return [`${property}.characters`, `${property}.words`];
    case "category":
      return encoder.outputs.map((output) => `${property}=${output}`);
  }
}

/** Names of the columns that a column's encoder will make. */
export function columnNames({ kind, property }: Column, outputs: Outputs): string[] {
  switch (kind) {
    case "number":
    case "date":
    case "text":
      return encoderNames({ kind, property });
    case "category":
      return shownOutputs(outputs).map((output) => `${property}=${outputs.names[output]!}`);
    case "id":
      throw new Error(`${property} is an id, which rows never hold`);
  }
}

/** The columns of an encoder for some rows, by the very functions that run in production. */
export function encode(encoder: Encoder, rows: readonly Row[]): Float64Array[] {
  const write = writerOf(encoder);
  const columns = encoderNames(encoder).map(() => new Float64Array(rows.length));
  const cells = new Float64Array(columns.length);
  rows.forEach((row, i) => {
    write(row, cells);
    columns.forEach((column, k) => (column[i] = cells[k]!));
  });
  return columns;
}

function writerOf(encoder: Encoder): (row: Row, out: Float64Array) => void {
  const { property } = encoder;
  switch (encoder.kind) {
    case "number":
      return (row, out) => {
        const cell = row[property];
        out[0] = numberOf(typeof cell === "number" ? cell : null);
      };
    case "date":
      return (row, out) => dateParts(textOf(row, property), out, 0);
    case "text":
      return (row, out) => textStatistics(textOf(row, property), out, 0);
    case "category": {
      const index = indexCategory(encoder);
      return (row, out) => categoryShares(index, textOf(row, property), out, 0);
    }
  }
}
