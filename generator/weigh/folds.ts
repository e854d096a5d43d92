import { random, shuffled } from "../random.ts";
import type { SplitFacts } from "../learned.ts";
import type { Dataset } from "../types.ts";

/** How evaluation folds are drawn. */
interface FoldPlan {
  /** "time": every fold is one stretch of time; else rows are dealt at random, alike in class (or in size of the target). */
  readonly kind: SplitFacts["kind"];
  readonly folds: number;
  readonly repeats: number;
  readonly seed: number;
}

/**
 * The fold of each row, in [0, folds), once per repeat. Rows of one group always share a fold.
 *
 * Random: groups, largest first and else in random order, go to the fold that lacks most of their stratum: a class, or for a number
 * target one of ten equally full ranges. Time: stretches of equal length; the cuts move with the repeat, so that no two are alike.
 */
export function assignFolds(dataset: Dataset, { kind, folds, repeats, seed }: FoldPlan): Int32Array[] {
  const blocks = groupsOf(dataset.groups);
  return Array.from({ length: repeats }, (_, repeat) =>
    kind === "time" ? byTime(dataset.order, blocks, folds, repeat / repeats) : dealt(strataOf(dataset), blocks, folds, seed, repeat),
  );
}

/** Row numbers of each group, in order of first appearance. */
export function groupsOf(groups: Int32Array): (readonly number[])[] {
  const members = new Map<number, number[]>();
  groups.forEach((group, i) => {
    const known = members.get(group);
    if (known) known.push(i);
    else members.set(group, [i]);
  });
  return [...members.values()];
}

function dealt(strata: Int32Array, blocks: readonly (readonly number[])[], folds: number, seed: number, repeat: number): Int32Array {
  const order = shuffled(blocks, random(seed, repeat)).toSorted((a, b) => b.length - a.length || strata[a[0]!]! - strata[b[0]!]!);
  const fold = new Int32Array(strata.length);
  const filled = new Int32Array(folds);
  const filledByStratum = new Map<number, Int32Array>();
  for (const rows of order) {
    const stratum = strata[rows[0]!]!;
    const held = filledByStratum.get(stratum) ?? new Int32Array(folds);
    filledByStratum.set(stratum, held);
    let best = 0;
    for (let f = 1; f < folds; f++) if (held[f]! < held[best]! || (held[f] === held[best] && filled[f]! < filled[best]!)) best = f;
    for (const i of rows) fold[i] = best;
    held[best]! += rows.length;
    filled[best]! += rows.length;
  }
  return fold;
}

function strataOf({ task, target }: Dataset): Int32Array {
  if (task.kind === "class") return Int32Array.from(target);
  const ranks = Int32Array.from(target.keys()).toSorted((a, b) => target[a]! - target[b]! || a - b);
  const strata = new Int32Array(target.length);
  ranks.forEach((row, rank) => (strata[row] = Math.floor((10 * rank) / ranks.length)));
  return strata;
}

/** `shift` in [0, 1) moves the cuts by that share of a stretch; what falls off one end joins the fold at the other. */
function byTime(order: Int32Array, blocks: readonly (readonly number[])[], folds: number, shift: number): Int32Array {
  const first = (rows: readonly number[]): number => rows.reduce((least, i) => Math.min(least, order[i]!), order[rows[0]!]!);
  const inTime = blocks.toSorted((a, b) => first(a) - first(b) || a[0]! - b[0]!);
  const fold = new Int32Array(order.length);
  let passed = 0;
  for (const rows of inTime) {
    const at = Math.floor((passed * folds) / order.length + shift) % folds;
    for (const i of rows) fold[i] = at;
    passed += rows.length;
  }
  return fold;
}
