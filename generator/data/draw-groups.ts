import { random, shuffled } from "../random.ts";
import type { Dataset } from "../types.ts";
import { strata } from "./strata.ts";

/** More than this part of the wanted rows is not drawn from groups, so that a few large ones cannot empty the training side. */
const most = 1.5;

/**
 * Draws whole groups, and gives the indices of their rows.
 *
 * Groups of several rows are drawn by share among groups of like size and class (of their first row); single rows then fill each class up
 * to its share. So copies are as frequent on both sides, and classes come out even. A group of more than half of all rows stays in training.
 */
export function drawGroups(groups: readonly (readonly number[])[], dataset: Dataset, holdout: number, seed: number): Set<number> {
  const { of, count } = strata(dataset);
  const source = random(seed, 1);
  const held = new Set<number>();
  const wanted = Array.from({ length: count }, (_, k) => Math.round(holdout * of.filter((stratum) => stratum === k).length));
  const take = (members: readonly number[]): void => {
    for (const i of members) {
      held.add(i);
      wanted[of[i]!]!--;
    }
  };
  const shared = groups.filter((members) => members.length > 1 && members.length <= dataset.rows.length / 2);
  const owed = new Map<string, number>();
  for (const members of shuffled(shared, source)) {
    const key = `${of[members[0]!]} ${32 - Math.clz32(members.length)}`;
    const debt = (owed.get(key) ?? source.below(1000) / 1000) + holdout;
    const drawn = debt >= 1;
    owed.set(key, drawn ? debt - 1 : debt);
    if (drawn && (held.size === 0 || held.size + members.length <= most * holdout * dataset.rows.length)) take(members);
  }
  for (const members of shuffled(
    groups.filter((group) => group.length === 1),
    source,
  )) {
    if (wanted[of[members[0]!]!]! > 0) take(members);
  }
  if (held.size === 0) take(smallest(shared));
  giveBack(held, groups, of, count);
  return held;
}

/** Every stratum keeps a row to learn from: its smallest group returns to training where all of it was drawn. */
function giveBack(held: Set<number>, groups: readonly (readonly number[])[], of: Int32Array, count: number): void {
  for (let k = 0; k < count; k++) {
    if (of.some((stratum, i) => stratum === k && !held.has(i))) continue;
    for (const i of smallest(groups.filter((members) => members.some((row) => of[row] === k)))) held.delete(i);
  }
}

function smallest(groups: readonly (readonly number[])[]): readonly number[] {
  return groups.toSorted((a, b) => a.length - b.length)[0] ?? [];
}
