import { categoryKey, countNgrams } from "../runtime.ts";
import type { Column, Row } from "../types.ts";
import { fewestRows } from "./fewest-rows.ts";
import { masked } from "./mask.ts";

/**
 * What nothing that is emitted may name: words, stems, trigrams and word pairs that stand inside personal data, or in a text column that is never
 * sent, and otherwise in fewer than `fewestRows`; and, as `property=key`, categories that hold personal data. Columns sent "raw" are free.
 */
export function withheldIn(columns: readonly Column[], rows: readonly Row[]): ReadonlySet<string> {
  const texts = columns.filter(({ kind, send }) => kind === "text" && send !== "raw");
  const categories = columns.filter(({ kind, send }) => kind === "category" && send !== "raw");
  return new Set([...ngramsOf(texts, rows), ...categories.flatMap(({ property }) => valuesOf(property, rows))]);
}

/** "A number of eleven digits" names nobody. */
const shapeOfNumber = /^#\d+$/;

function ngramsOf(columns: readonly Column[], rows: readonly Row[]): string[] {
  const inside = new Set<string>();
  const outside = new Map<string, number>();
  for (const row of rows) {
    const cells = columns.map(({ property }) => (typeof row[property] === "string" ? row[property] : null));
    const open = countNgrams(cells.map((cell) => (cell === null ? null : withoutPersons(cell, "text"))));
    for (const ngram of open.keys()) outside.set(ngram, (outside.get(ngram) ?? 0) + 1);
    for (const [ngram, count] of countNgrams(cells)) if (count > (open.get(ngram) ?? 0)) inside.add(ngram);
    for (const ngram of countNgrams(cells.filter((_, k) => columns[k]?.send === "never")).keys()) inside.add(ngram);
  }
  return [...inside].filter((ngram) => (outside.get(ngram) ?? 0) < fewestRows && !shapeOfNumber.test(ngram));
}

function valuesOf(property: string, rows: readonly Row[]): string[] {
  const values = new Set(rows.flatMap((row) => (typeof row[property] === "string" ? [row[property]] : [])));
  return [...values].filter((value) => withoutPersons(value, "category") !== value).map((value) => `${property}=${categoryKey(value)}`);
}

/** Masks become line breaks. */
function withoutPersons(text: string, kind: "text" | "category"): string {
  return masked(text, { send: "masked", kind }, () => "").replace(/<[a-z]+->/g, "\n");
}
