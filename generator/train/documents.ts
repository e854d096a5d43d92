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

/** Places of the sieve, a power of two. */
const sieveSize = 16_777_216;

/**
 * Counts the n-grams of every row; left out are those that occur in only one row, since no fit could use them, and the withheld.
 *
 * Most n-grams of a large table occur once. A sieve over hashes (two n-grams may share a place, none is lost) keeps these out of memory, at
 * the price of reading every text twice.
 */
export function documentsOf(rows: readonly Row[], properties: readonly string[], withheld: ReadonlySet<string>): Documents {
  const ngramsOf = (row: Row): Map<string, number> => countNgrams(properties.map((property) => textOf(row, property)));
  const sieve = new Uint8Array(sieveSize);
  for (const row of rows) for (const ngram of ngramsOf(row).keys()) sieve[placeOf(ngram)]! += Number(sieve[placeOf(ngram)]! < 2);
  const held = new Map<string, { id: number; rows: number }>();
  const starts = new Int32Array(rows.length + 1);
  const ids: number[] = [];
  const counts: number[] = [];
  for (const [i, row] of rows.entries()) {
    for (const [ngram, count] of ngramsOf(row)) {
      if (sieve[placeOf(ngram)]! < 2) continue;
      const known = held.get(ngram) ?? { id: held.size, rows: 0 };
      if (known.rows === 0) held.set(ngram, known);
      known.rows++;
      ids.push(known.id);
      counts.push(count);
    }
    starts[i + 1] = ids.length;
  }
  const ngrams = [...held.keys()].filter((ngram) => held.get(ngram)!.rows > 1 && !withheld.has(ngram)).toSorted((a, b) => (a < b ? -1 : 1));
  const numbers = new Int32Array(held.size).fill(-1);
  for (const [number, ngram] of ngrams.entries()) numbers[held.get(ngram)!.id] = number;
  return { properties, ngrams, ...renumbered(starts, ids, counts, numbers) };
}

/** The rows with the places of n-grams that stay; the others, numbered −1, go. */
function renumbered(
  starts: Int32Array,
  ids: readonly number[],
  counts: readonly number[],
  numbers: Int32Array,
): Pick<Documents, "starts" | "ids" | "roots"> {
  const stays = (id: number): boolean => numbers[id]! >= 0;
  const left = new Int32Array(starts.length);
  for (let i = 0, total = 0; i + 1 < starts.length; i++) {
    for (let at = starts[i]!; at < starts[i + 1]!; at++) total += Number(stays(ids[at]!));
    left[i + 1] = total;
  }
  return {
    starts: left,
    ids: Int32Array.from(ids.filter(stays), (id) => numbers[id]!),
    roots: Float64Array.from(
      counts.filter((_, at) => stays(ids[at]!)),
      (count) => Math.sqrt(count),
    ),
  };
}

function placeOf(ngram: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < ngram.length; i++) hash = Math.imul(hash ^ ngram.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & (sieveSize - 1);
}
