import type { StepValue } from "../types.ts";

/** A candidate's answers as one categorical variable: level of each row, and how many levels there are. */
export interface Levels {
  readonly of: Int32Array;
  readonly count: number;
  /** Rank of each level where levels are ordered (numbers), else null. */
  readonly ranks: Float64Array | null;
}

/** More distinct numbers than this are cut into this many equally full ranges. */
const ranges = 8;
/** Words in fewer rows than this, or beyond the most frequent ones, share a level. */
const leastRows = 4;
const mostWords = 16;

/** Reads answers as levels: words by themselves (labels with their confidence), numbers by value or range, null by itself. */
export function levelsOf(values: readonly StepValue[]): Levels {
  return values.some((value) => typeof value === "number" || typeof value === "boolean")
    ? numberLevels(values.map((value) => (value === null ? null : Number(value))))
    : wordLevels(
        values.map((value) => (typeof value === "object" && value !== null ? `${value.label} ${value.confidence}` : String(value))),
      );
}

function numberLevels(values: readonly (number | null)[]): Levels {
  const known = Float64Array.from(values.filter((value) => value !== null)).toSorted();
  const distinct = [...new Set(known)];
  const cuts =
    distinct.length <= ranges
      ? distinct
      : [...new Set(Array.from({ length: ranges }, (_, r) => known[Math.floor((r * known.length) / ranges)]!))];
  const of = Int32Array.from(values, (value) => (value === null ? 0 : cuts.filter((cut) => cut <= value).length));
  return { of, count: cuts.length + 1, ranks: meanRanks(of, cuts.length + 1) };
}

/** Mean rank of the rows of each level; level 0 (missing) stands in the middle. */
function meanRanks(of: Int32Array, count: number): Float64Array {
  const rows = new Float64Array(count);
  for (const level of of) rows[level]!++;
  let passed = 0;
  const known = of.length - rows[0]!;
  return rows.map((size, level) => {
    if (level === 0) return known / 2;
    passed += size;
    return passed - size / 2;
  });
}

function wordLevels(words: readonly string[]): Levels {
  const rows = new Map<string, number>();
  for (const word of words) rows.set(word, (rows.get(word) ?? 0) + 1);
  const frequent = [...rows]
    .filter(([, count]) => count >= leastRows)
    .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, mostWords)
    .map(([word]) => word);
  const number = new Map(frequent.map((word, i) => [word, i + 1]));
  return { of: Int32Array.from(words, (word) => number.get(word) ?? 0), count: frequent.length + 1, ranks: null };
}
