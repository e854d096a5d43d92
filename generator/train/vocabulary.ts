import { exactLog } from "../exact.ts";
import { TRIGRAM } from "../runtime.ts";
import type { Documents } from "./documents.ts";
import type { Sparse } from "./linear.ts";

/** Weight of a trigram of characters beside a word's: there are five to a word, and each tells less. By out-of-sample loss on four tables. */
const TRIGRAM_WEIGHT = 0.3;

/** The n-grams that a model knows. */
export interface Vocabulary {
  /** Place of each n-gram of the documents among the known ones, −1 where it is unknown. */
  readonly place: Int32Array;
  /** Indices of the known n-grams, ascending. */
  readonly ngrams: Int32Array;
  /** Inverse document frequency of each: 1 + ln((1 + rows) / (1 + rows that hold it)), of trigrams less; two decimals. */
  readonly idf: Float64Array;
}

/** The n-grams that occur in at least `least` of the rows; at most `most`, the commonest. */
export function commonest(documents: Documents, rows: Int32Array, least: number, most: number): Vocabulary {
  const held = new Int32Array(documents.ngrams.length);
  for (const row of rows) for (let p = documents.starts[row]!; p < documents.starts[row + 1]!; p++) held[documents.ids[p]!]!++;
  const often = Int32Array.from(held.keys()).filter((id) => held[id]! >= least);
  const ngrams = top(often, (id) => held[id]!, most);
  const weight = (id: number): number => (documents.ngrams[id]!.startsWith(TRIGRAM) ? TRIGRAM_WEIGHT : 1);
  const idf = Float64Array.from(ngrams, (id) => Math.round(100 * weight(id) * (1 + exactLog((1 + rows.length) / (1 + held[id]!)))) / 100);
  return { place: placesOf(documents, ngrams), ngrams, idf };
}

/** The `most` n-grams of greatest worth; `worth` is by place. */
export function restricted({ place, ngrams, idf }: Vocabulary, documents: Documents, worth: Float64Array, most: number): Vocabulary {
  const kept = top(ngrams, (id) => worth[place[id]!]!, most);
  return { place: placesOf(documents, kept), ngrams: kept, idf: Float64Array.from(kept, (id) => idf[place[id]!]!) };
}

/** The `most` ids of greatest worth, of equals the first; ascending. */
function top(ids: Int32Array, worth: (id: number) => number, most: number): Int32Array {
  if (ids.length <= most) return ids;
  return ids
    .toSorted((a, b) => worth(b) - worth(a) || a - b)
    .slice(0, most)
    .toSorted();
}

function placesOf(documents: Documents, ngrams: Int32Array): Int32Array {
  const place = new Int32Array(documents.ngrams.length).fill(-1);
  ngrams.forEach((id, at) => (place[id] = at));
  return place;
}

/** TF-IDF vectors of length 1 of those rows that hold any known n-gram; `kept` says which rows these are. */
export function vectorsOf(
  documents: Documents,
  { place, idf }: Vocabulary,
  rows: Int32Array,
): { readonly x: Sparse; readonly kept: readonly number[] } {
  const kept: number[] = [];
  const starts = [0];
  const length = knownIn(documents, place, rows);
  const ids = new Int32Array(length);
  const values = new Float64Array(length);
  let end = 0;
  for (const row of rows) {
    const from = end;
    let squares = 0;
    for (let p = documents.starts[row]!; p < documents.starts[row + 1]!; p++) {
      const at = place[documents.ids[p]!]!;
      if (at < 0) continue;
      const value = Math.sqrt(documents.counts[p]!) * idf[at]!;
      squares += value * value;
      ids[end] = at;
      values[end++] = value;
    }
    if (end === from) continue;
    const norm = Math.sqrt(squares);
    for (let p = from; p < end; p++) values[p]! /= norm;
    kept.push(row);
    starts.push(end);
  }
  return { x: { starts: Int32Array.from(starts), ids, values, width: idf.length }, kept };
}

/** How many places of the rows hold known n-grams. */
function knownIn({ starts, ids }: Documents, place: Int32Array, rows: Int32Array): number {
  let known = 0;
  for (const row of rows) for (let p = starts[row]!; p < starts[row + 1]!; p++) known += Number(place[ids[p]!]! >= 0);
  return known;
}
