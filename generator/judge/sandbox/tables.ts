import type { Cell, Row } from "../../types.ts";

/** Rows as they cross the wall: one JSON text a column. */
interface Table {
  readonly id: number;
  readonly n: number;
  readonly properties: readonly string[];
  readonly texts: readonly Buffer[];
  readonly bytes: number;
}

/** Columns of rows; what a row does not have is null. */
export function table(id: number, rows: readonly Row[]): Table {
  const properties = propertiesOf(rows);
  const texts = properties.map((property) => Buffer.from(JSON.stringify(rows.map((row) => packed(row[property] ?? null)))));
  return { id, n: rows.length, properties, texts, bytes: texts.reduce((sum, text) => sum + text.length, 0) };
}

const longText = 10_000;
const longestUnit = 64;

/** A long text that repeats a unit crosses as `[unit, count, rest]`, and is made again on the other side: other cells are never lists. */
function packed(cell: Cell): Cell | readonly [unit: string, count: number, rest: string] {
  if (typeof cell !== "string" || cell.length < longText) return cell;
  for (let length = 1; length <= longestUnit; length++) {
    const unit = cell.slice(0, length);
    if (!cell.startsWith(unit, length) || !cell.startsWith(unit, 2 * length)) continue;
    const count = Math.floor(cell.length / length) - 1;
    if (cell.startsWith(unit.repeat(count))) return [unit, count, cell.slice(count * length)];
  }
  return cell;
}

/** Characters of one piece of rows; a longer row stands alone. */
const mostCharacters = 50_000_000;

/** Every property that any of the rows has, in order of first sight. */
export function propertiesOf(rows: readonly Row[]): string[] {
  const seen = new Set<string>();
  for (const row of rows) for (const property of Object.keys(row)) seen.add(property);
  return [...seen];
}

/** Rows in pieces of at most `size`, and fewer where they hold much text, so that no frame and no heap grows with the table. */
export function pieces(rows: readonly Row[], size: number): readonly (readonly Row[])[] {
  const found: Row[][] = [[]];
  let characters = 0;
  for (const row of rows) {
    const length = Object.values(row).reduce<number>((sum, cell) => sum + (typeof cell === "string" ? cell.length : 0), 0);
    const piece = found.at(-1)!;
    const full = piece.length === size || (piece.length > 0 && characters + length > mostCharacters);
    if (full) found.push([row]);
    else piece.push(row);
    characters = full ? length : characters + length;
  }
  return found.length === 1 ? [rows] : found;
}

/** Indices of at most `size` rows spread evenly over n, last first. */
export function backwards(n: number, size: number): number[] {
  const step = Math.max(1, Math.ceil(n / size));
  const indices: number[] = [];
  for (let i = n - 1; i >= 0; i -= step) indices.push(i);
  return indices;
}
