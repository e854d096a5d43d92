import type { Random } from "../random.ts";

/** The search for the best cut of a node: what the searches for classes, for two classes and for numbers share. */
export interface Search {
  /** Reciprocals of whole numbers: 1 / i at i. */
  readonly inverse: Float64Array;
  readonly minLeaf: number;
  /** Weight of the node's rows. */
  total: number;
  /** The best cut so far. To beat it, a cut must score more. */
  score: number;
  /** The last range of the node that goes left, and the first that goes right. 0 is missing. */
  last: number;
  first: number;
  /** Where the node's rows without a value go, if it has any. */
  side: Side;
  /** Where cuts are drawn from; null looks at all. */
  chance: Random | null;
  /** Of the ranges that hold rows the one to cut after; −1 tries all. */
  wanted: number;
}

/** The side of missing values. */
export type Side = typeof nowhere | typeof leftSide | typeof rightSide;
export const nowhere = 0;
export const leftSide = 1;
export const rightSide = 2;

/** A search of one kind, over rows of a sample from `low` to `high`. */
export interface Searcher {
  readonly search: Search;
  /** Sums up the rows of a node. Returns the score of not splitting them, or −1 where they are all alike. */
  enter(low: number, high: number): number;
  /** Judges the cuts of the column whose ranges start at `offset`. False where the rows all lie in one range. */
  judge(offset: number, ranges: number, low: number, high: number): boolean;
}

export function newSearch(rows: number, minLeaf: number): Search {
  const inverse = Float64Array.from({ length: rows + 1 }, (_, i) => 1 / i);
  return { inverse, minLeaf, total: 0, score: 0, last: 0, first: 0, side: nowhere, chance: null, wanted: -1 };
}

/** Lists the ranges whose bits are set, ascending, and clears the bits. Returns how many there are. */
export function listSeen(seen: Int32Array, ranges: number, into: Uint8Array): number {
  let count = 0;
  for (let w = 0; w << 5 < ranges; w++) {
    let word = seen[w]!;
    seen[w] = 0;
    while (word !== 0) {
      into[count++] = (w << 5) + 31 - Math.clz32(word & -word);
      word &= word - 1;
    }
  }
  return count;
}

/**
 * Draws the range to cut after: any place between the lowest and the highest range that holds rows is as likely (P. Geurts, D. Ernst,
 * L. Wehenkel, "Extremely randomized trees", 2006, where values take the place of ranges).
 */
export function drawCut(search: Search, listed: Uint8Array, count: number): void {
  if (search.chance === null) return;
  const low = listed[0]!;
  const drawn = low + Math.floor((search.chance.word() / 4294967296) * (listed[count - 1]! - low));
  let at = 0;
  while (listed[at + 1]! <= drawn) at++;
  search.wanted = at;
}
