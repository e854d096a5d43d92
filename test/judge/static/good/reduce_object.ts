import type { Row } from "../row.ts";

interface Tally {
  readonly yes: number;
  readonly no: number;
}

/** Yes words minus no words. */
export function reduce_object(row: Row): number {
  const start: Tally = { yes: 0, no: 0 };
  const tally = (row.body ?? "")
    .toLowerCase()
    .split(/\W+/)
    .reduce((sum, word) => {
      if (word === "yes" || word === "yep") return { yes: sum.yes + 1, no: sum.no };
      if (word === "no" || word === "nope") return { yes: sum.yes, no: sum.no + 1 };
      return sum;
    }, start);
  return tally.yes - tally.no;
}
