import { countNgrams } from "../runtime.ts";
import type { Row } from "../types.ts";
import { textOf } from "./encoders.ts";

/** The n-grams of the text columns of n rows, counted once for all fits. */
export interface Documents {
  readonly properties: readonly string[];
  /** Distinct n-grams, sorted by code unit. */
  readonly ngrams: readonly string[];
  /** Row i holds the places `starts[i]` to `starts[i + 1]` of `ids` and `roots`, in order of first occurrence; length n + 1. */
  readonly starts: Int32Array;
  /** Index of the n-gram. */
  readonly ids: Int32Array;
  /** Square root of its count. */
  readonly roots: Float64Array;
}

/** Counts the n-grams of every row; left out are those that occur in only one row, since no fit could use them, and the withheld. */
export function documentsOf(rows: readonly Row[], properties: readonly string[], withheld: ReadonlySet<string>): Documents {
  const counted = rows.map((row) => countNgrams(properties.map((property) => textOf(row, property))));
  const held = new Map<string, number>();
  for (const counts of counted) for (const ngram of counts.keys()) held.set(ngram, (held.get(ngram) ?? 0) + 1);
  const ngrams = [...held.keys()].filter((ngram) => held.get(ngram)! > 1 && !withheld.has(ngram)).toSorted((a, b) => (a < b ? -1 : 1));
  const numbers = new Map(ngrams.map((ngram, i) => [ngram, i]));
  const starts = new Int32Array(rows.length + 1);
  const ids: number[] = [];
  const roots: number[] = [];
  counted.forEach((counts, i) => {
    for (const [ngram, count] of counts) {
      const id = numbers.get(ngram);
      if (id === undefined) continue;
      ids.push(id);
      roots.push(Math.sqrt(count));
    }
    starts[i + 1] = ids.length;
  });
  return { properties, ngrams, starts, ids: Int32Array.from(ids), roots: Float64Array.from(roots) };
}
