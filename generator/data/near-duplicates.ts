import type { Column, Row } from "../types.ts";
import { join, rootOf } from "./disjoint-sets.ts";
import { hashText, shingles, signature, tokens } from "./shingles.ts";

/** Bands of the signature; two rows that agree in one band are compared. */
const bands = 20;
/** Hashes in a band. Texts that share .6 of their shingles meet in some band with probability .99, of .5 with .93. */
const bandRows = 3;
/** Share of common shingles (Jaccard) from which on two texts are copies of one another. */
const copies = 0.5;
/** Texts of fewer words say too little to be copies by themselves: such rows are the same only when every input cell is. */
const fewestTokens = 4;
/** Rows of one bucket with which a newcomer is compared, so that time stays near-linear. */
const representatives = 4;

/**
 * Numbers the groups that may never stand on both sides of a split: rows with the same declared group, equal rows, and rows whose texts are
 * near-duplicates (MinHash over word triples, banded; Broder 1997). Groups are numbered by first appearance.
 *
 * Digits do not count as difference: a form letter with another amount is a copy.
 *
 * @param declared The declared group of each row; null joins nothing.
 */
export function groupRows(columns: readonly Column[], rows: readonly Row[], declared: readonly (string | null)[]): Int32Array {
  const parents = Int32Array.from(rows, (_, i) => i);
  joinEqual(parents, declared);
  joinEqual(
    parents,
    rows.map((row) => rowKey(columns, row)),
  );
  joinSimilar(
    parents,
    rows.map((row) => textOf(columns, row)),
  );
  const numbers = new Map<number, number>();
  return parents.map((_, i) => {
    const root = rootOf(parents, i);
    const known = numbers.get(root) ?? numbers.size;
    numbers.set(root, known);
    return known;
  });
}

function joinEqual(parents: Int32Array, keys: readonly (string | null)[]): void {
  const firsts = new Map<string, number>();
  for (const [i, key] of keys.entries()) {
    if (key === null) continue;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, i);
    else join(parents, first, i);
  }
}

function joinSimilar(parents: Int32Array, texts: readonly string[]): void {
  const sets = texts.map((text) => {
    const words = tokens(text);
    return words.length < fewestTokens ? null : shingles(words);
  });
  /** For each band the number of each bucket; bucket b has the rows `members[b * representatives]` and on, −1 where there are fewer. */
  const buckets = Array.from({ length: bands }, () => new Map<number, number>());
  const members = new Int32Array(texts.length * bands * representatives).fill(-1);
  let used = 0;
  for (const [i, set] of sets.entries()) {
    if (set === null) continue;
    const minima = signature(set, bands * bandRows);
    for (const [band, known] of buckets.entries()) {
      const key = bandKey(minima, band);
      const bucket = known.get(key) ?? used++;
      if (!known.has(key)) known.set(key, bucket);
      meet(i, set, bucket * representatives);
    }
  }

  /** Joins row i with the first member that is its copy; else it becomes a member, while there is a place. */
  function meet(i: number, set: Uint32Array, from: number): void {
    for (let at = from; at < from + representatives; at++) {
      const j = members[at]!;
      if (j === -1) {
        members[at] = i;
        return;
      }
      if (rootOf(parents, i) !== rootOf(parents, j) && jaccard(set, sets[j] ?? set) < copies) continue;
      join(parents, j, i);
      return;
    }
  }
}

/** 32 bits: a collision only costs a comparison. */
function bandKey(minima: Uint32Array, band: number): number {
  let hash = 0x811c9dc5;
  for (let i = band * bandRows; i < (band + 1) * bandRows; i++) hash = Math.imul(hash ^ (minima[i] ?? 0), 0x01000193) ^ (hash >>> 13);
  return hash | 0;
}

/** Share of common members of two sorted sets. */
function jaccard(a: Uint32Array, b: Uint32Array): number {
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const x = a[i]!;
    const y = b[j]!;
    if (x === y) common++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return common / (a.length + b.length - common);
}

/** Every input cell, texts without differences of case, spacing and punctuation. */
function rowKey(columns: readonly Column[], row: Row): string {
  return JSON.stringify(
    columns.map(({ kind, property }) => {
      const cell = row[property] ?? null;
      return kind === "text" && typeof cell === "string" && tokens(cell).length >= fewestTokens ? hashText(tokens(cell).join(" ")) : cell;
    }),
  );
}

function textOf(columns: readonly Column[], row: Row): string {
  return columns
    .filter((column) => column.kind === "text")
    .map((column) => row[column.property] ?? "")
    .join("\n");
}
