import type { Random } from "../../generator/random.ts";
import { shuffled } from "../../generator/random.ts";
import type { Dataset, StepValue } from "../../generator/types.ts";
import type { Weighable } from "../../generator/weigh/terms.ts";

/** A candidate that knows nothing new, what sort of nothing, and what it reads. */
export interface Null {
  readonly sort: "noise" | "duplicate" | "leak";
  readonly candidate: Weighable;
  readonly reads: readonly string[];
}

type Maker = (dataset: Dataset, source: Random) => { readonly values: readonly StepValue[]; readonly reads: readonly string[] } | null;

/** Numbers, words, rare flags, and real columns whose cells stand at other rows. */
const noise: readonly Maker[] = [
  ({ rows }, source) => ({ values: rows.map(() => source.below(1000)), reads: ["a", "b"] }),
  ({ rows }, source) => ({ values: rows.map(() => `w${source.below(4)}`), reads: ["a", "b"] }),
  ({ rows }, source) => ({ values: rows.map(() => source.below(20) === 0), reads: ["a", "b"] }),
  (dataset, source) => {
    const { property } = dataset.columns[source.below(dataset.columns.length)]!;
    return { values: shuffled(valuesOf(dataset, property), source), reads: [property] };
  },
];

/** What the baseline has already: a column, a monotone form of one, a column cut in two, the sum of two. */
const duplicates: readonly Maker[] = [
  (dataset, source) => {
    const { property } = dataset.columns[source.below(dataset.columns.length)]!;
    return { values: valuesOf(dataset, property), reads: [property] };
  },
  (dataset, source) => monotone(dataset, source, (x) => x * Math.abs(x)),
  (dataset, source) => monotone(dataset, source, (x) => 3 * x - 7),
  (dataset, source) => {
    const numbers = numbersOf(dataset);
    if (numbers.length === 0) return null;
    const property = numbers[source.below(numbers.length)]!;
    const sorted = dataset.rows.map((row) => Number(row[property] ?? 0)).toSorted((a, b) => a - b);
    const middle = sorted[Math.floor(sorted.length / 2)]!;
    return { values: dataset.rows.map((row) => Number(row[property] ?? 0) > middle), reads: [property] };
  },
];

/** Forms of the target itself that one column would hold: written after the fact. */
const leaks: readonly Maker[] = [
  ({ target }) => ({ values: [...target].map((k) => `outcome ${k}`), reads: ["outcome"] }),
  ({ target }, source) => ({ values: [...target].map((k) => (source.below(200) === 0 ? 9 : k)), reads: ["outcome"] }),
];

/** As many as wanted, in turn: of ten six noise, three duplicates, one leak. */
export function nulls(dataset: Dataset, source: Random, count: number): Null[] {
  const made: Null[] = [];
  for (let j = 0; made.length < count; j++) {
    const sort = j % 10 < 6 ? "noise" : j % 10 < 9 ? "duplicate" : "leak";
    const makers = { noise, duplicate: duplicates, leak: leaks }[sort];
    const found = makers[source.below(makers.length)]!(dataset, source);
    if (found === null) continue;
    made.push({ sort, candidate: { name: `${sort}${j}`, kind: "feature", values: found.values, size: 100 + j }, reads: found.reads });
  }
  return made;
}

function monotone(dataset: Dataset, source: Random, form: (x: number) => number): ReturnType<Maker> {
  const numbers = numbersOf(dataset);
  if (numbers.length === 0) return null;
  const property = numbers[source.below(numbers.length)]!;
  return { values: dataset.rows.map((row) => (row[property] === null ? null : form(Number(row[property])))), reads: [property] };
}

function numbersOf({ columns }: Dataset): string[] {
  return columns.flatMap(({ kind, property }) => (kind === "number" ? [property] : []));
}

function valuesOf({ rows }: Dataset, property: string): StepValue[] {
  return rows.map((row) => row[property] ?? null);
}
