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
  const closed = columns.map(({ send }) => send === "never");
  const inside = new Set<string>();
  const open = rows.map((row) => {
    const cells = columns.map(({ property }) => (typeof row[property] === "string" ? row[property] : null));
    const texts = cells.map((cell) => (cell === null ? null : withoutPersons(cell, "text")));
    for (const ngram of countNgrams(cells.filter((_, k) => closed[k])).keys()) inside.add(ngram);
    if (texts.every((text, k) => text === cells[k])) return texts;
    const outside = countNgrams(texts);
    for (const [ngram, count] of countNgrams(cells)) if (count > (outside.get(ngram) ?? 0)) inside.add(ngram);
    return texts;
  });
  if (inside.size === 0) return [];
  const counts = new Map<string, number>();
  for (const texts of open) {
    for (const ngram of countNgrams(texts).keys()) if (inside.has(ngram)) counts.set(ngram, (counts.get(ngram) ?? 0) + 1);
  }
  return [...inside].filter((ngram) => (counts.get(ngram) ?? 0) < fewestRows && !shapeOfNumber.test(ngram));
}

function valuesOf(property: string, rows: readonly Row[]): string[] {
  const values = new Set(rows.flatMap((row) => (typeof row[property] === "string" ? [row[property]] : [])));
  return [...values].filter((value) => withoutPersons(value, "category") !== value).map((value) => `${property}=${categoryKey(value)}`);
}

/** Masks become line breaks. */
function withoutPersons(text: string, kind: "text" | "category"): string {
  return masked(text, { send: "masked", kind }, () => "").replace(/<[a-z]+->/g, "\n");
}
