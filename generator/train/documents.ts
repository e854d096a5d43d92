import { countNgrams } from "../runtime.ts";
import type { Row } from "../types.ts";
import { textOf } from "./encoders.ts";

/** The n-grams of the text columns of n rows, counted once for all fits. */
export interface Documents {
  readonly properties: readonly string[];
  /** Distinct n-grams, sorted by code unit. */
  readonly ngrams: readonly string[];
  /** Row i holds the places `starts[i]` to `starts[i + 1]` of `ids` and `counts`, in order of first occurrence; length n + 1. */
  readonly starts: Int32Array;
  /** Index of the n-gram. */
  readonly ids: Int32Array;
  /** How often the row holds it. */
  readonly counts: Int32Array;
}

/** Places of the sieve, a power of two. */
const sieveSize = 16_777_216;

/** The last documents of some rows, with what else they depend on. */
const known = new WeakMap<readonly Row[], { readonly documents: Documents; readonly withheld: ReadonlySet<string> }>();

/**
 * Counts the n-grams of every row; left out are those that occur in only one row, since no fit could use them, and the withheld. Cached by
 * the identity of the rows.
 *
 * Most n-grams of a large table occur once. A sieve over hashes (two n-grams may share a place, none is lost) keeps these out of memory, at
 * the price of reading every text twice.
 */
export function documentsOf(rows: readonly Row[], properties: readonly string[], withheld: ReadonlySet<string>): Documents {
  const made = known.get(rows);
  if (made?.withheld === withheld && made.documents.properties.join("\n") === properties.join("\n")) return made.documents;
  const documents = counted(rows, properties, withheld);
  known.set(rows, { documents, withheld });
  return documents;
}

function counted(rows: readonly Row[], properties: readonly string[], withheld: ReadonlySet<string>): Documents {
  const ngramsOf = (row: Row): Map<string, number> => countNgrams(properties.map((property) => textOf(row, property)));
  const sieve = new Uint8Array(sieveSize);
  let most = 0;
  for (const row of rows) {
    const found = ngramsOf(row);
    for (const ngram of found.keys()) sieve[placeOf(ngram)]! += Number(sieve[placeOf(ngram)]! < 2);
    most += found.size;
  }
  const numbers = new Map<string, number>();
  const starts = new Int32Array(rows.length + 1);
  const ids = new Int32Array(most);
  const counts = new Int32Array(most);
  let length = 0;
  for (const [i, row] of rows.entries()) {
    for (const [ngram, count] of ngramsOf(row)) {
      if (sieve[placeOf(ngram)]! < 2) continue;
      const number = numbers.get(ngram) ?? numbers.size;
      if (number === numbers.size) numbers.set(ngram, number);
      ids[length] = number;
      counts[length++] = count;
    }
    starts[i + 1] = length;
  }
  const held = new Int32Array(numbers.size);
  for (let at = 0; at < length; at++) held[ids[at]!]!++;
  const ngrams = [...numbers.keys()]
    .filter((ngram) => held[numbers.get(ngram)!]! > 1 && !withheld.has(ngram))
    .toSorted((a, b) => (a < b ? -1 : 1));
  const places = new Int32Array(numbers.size).fill(-1);
  for (const [place, ngram] of ngrams.entries()) places[numbers.get(ngram)!] = place;
  return { properties, ngrams, ...renumber({ starts, ids, counts }, places) };
}

/** The documents with the places of n-grams in the stead of their numbers; those at −1 go. Written over what was there. */
function renumber(
  { starts, ids, counts }: Pick<Documents, "starts" | "ids" | "counts">,
  places: Int32Array,
): Pick<Documents, "starts" | "ids" | "counts"> {
  let length = 0;
  for (let i = 0, at = 0; i + 1 < starts.length; i++) {
    for (const end = starts[i + 1]!; at < end; at++) {
      const place = places[ids[at]!]!;
      if (place < 0) continue;
      ids[length] = place;
      counts[length++] = counts[at]!;
    }
    starts[i + 1] = length;
  }
  return { starts, ids: ids.subarray(0, length), counts: counts.subarray(0, length) };
}

function placeOf(ngram: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < ngram.length; i++) hash = Math.imul(hash ^ ngram.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & (sieveSize - 1);
}
