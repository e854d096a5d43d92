import { byCount } from "./by-count.ts";
import { fewestRows } from "./fewest-rows.ts";
import { lowerCase } from "./lower-case.ts";
import { hide, masked, shown, untagged } from "./mask.ts";
import { tagger } from "./mask-key.ts";
import { shapeOf } from "./shape.ts";
import type { Column, Dataset, Row } from "../types.ts";

/**
 * The one gate through which cells leave the machine, towards a prompt or a committed file: by the column's `send`, with masks whose tags
 * are stable under the dataset's key; a category that few rows share only as its shape; and what one column must not show is not shown
 * by another one of the same row either.
 */
export interface Gate {
  /** A cell as it may be seen, at most 700 characters; null where it is missing or may not be seen at all. */
  shown(row: number, column: Column): string | null;
  /** All texts of a column without what must stay, masks of one kind alike: for counting words in. */
  words(column: Column): (string | null)[];
}

const gates = new WeakMap<Dataset, Gate>();

/** The gate of a dataset, made once. */
export function gateOf(dataset: Dataset): Gate {
  const gate = gates.get(dataset) ?? openGate(dataset);
  gates.set(dataset, gate);
  return gate;
}

function openGate({ rows, columns, maskKey }: Dataset): Gate {
  const tag = tagger(maskKey);
  const common = new Map(columns.filter(({ kind }) => kind === "category").map(({ property }) => [property, commonIn(rows, property)]));
  const closed = columns.filter(({ kind, send }) => send === "never" && (kind === "text" || kind === "category"));

  const closedIn = (row: Row): string[] =>
    closed.flatMap(({ property }) => {
      const text = row[property];
      return typeof text !== "string" || common.get(property)?.has(plain(text)) ? [] : piecesOf(text.trim());
    });

  const openText = (row: Row, { send }: Column, text: string): string => (send === "raw" ? text : hide(text, closedIn(row), "hidden", tag));

  return {
    shown(i, column) {
      const row = rows[i]!;
      const cell = row[column.property] ?? null;
      if (typeof cell !== "string" || column.send === "never" || column.send === "shape") return shown(cell, column, tag);
      if (column.kind === "category" && column.send !== "raw" && !common.get(column.property)?.has(plain(cell)))
        return `<rare ${shapeOf(cell)}>`;
      return shown(openText(row, column, cell), column, tag);
    },
    words(column) {
      return rows.map((row) => {
        const cell = row[column.property] ?? null;
        return typeof cell === "string" ? untagged(masked(openText(row, column, cell), column, tag)) : null;
      });
    },
  };
}

/** What another column must not repeat of a short closed cell: the whole, and of two to four capitalised words each one. */
function piecesOf(text: string): string[] {
  if (text.length < 4 || text.length > 60) return [];
  const words = text.split(/\s+/);
  const name = words.length > 1 && words.length < 5 && words.every((word) => /^[A-Z\u00c0-\u00de\u0100-\u017f]/.test(word));
  return [text, ...(name ? words.filter((word) => word.length > 2) : [])];
}

/** Values of a category that enough rows share, whatever their spelling. */
function commonIn(rows: readonly Row[], property: string): ReadonlySet<string> {
  const cells = rows.flatMap((row) => (typeof row[property] === "string" ? [plain(row[property])] : []));
  return new Set(byCount(cells).flatMap(({ value, count }) => (count >= fewestRows ? [value] : [])));
}

/** One spelling of values that differ in case, spaces and punctuation alone. */
export function plain(text: string): string {
  return lowerCase(text).replace(/[\s!-/:-@[-`{-~]+/g, "");
}
