import { KilnError } from "../errors.ts";
import type { SplitFacts } from "../learned.ts";
import type { Dataset } from "../types.ts";
import { drawGroups } from "./draw-groups.ts";
import { quoted } from "./quoted.ts";

/** How rows are set aside; `holdout` is their share, in (0, 1). */
interface SplitPlan {
  readonly kind: "random" | "time" | "group";
  readonly holdout: number;
  readonly seed: number;
}

/** Rows to learn from, and rows that nothing looks at before the end. */
export interface Split {
  readonly train: Dataset;
  readonly holdout: Dataset;
  readonly facts: SplitFacts;
}

/**
 * Sets a holdout aside. Groups are never divided.
 *
 * `random` and `group` draw the same share of every class (of every tenth of a number). `time` takes whole groups from the end, by their
 * latest row, so that nothing in training is later than the start of the holdout.
 *
 * @throws {KilnError} "data" when a class would have no training rows, or nothing would be held out.
 */
export function split(dataset: Dataset, plan: SplitPlan): Split {
  const groups = membersOf(dataset.groups);
  const held =
    plan.kind === "time" ? lastGroups(groups, dataset.order, plan.holdout) : drawGroups(groups, dataset, plan.holdout, plan.seed);
  const all = dataset.rows.map((_, i) => i);
  const train = subset(
    dataset,
    all.filter((i) => !held.has(i)),
  );
  const holdout = subset(
    dataset,
    all.filter((i) => held.has(i)),
  );
  refuseEmpty(train, holdout, plan.kind);
  const grouped = groups.reduce((sum, members) => sum + (members.length > 1 ? members.length : 0), 0);
  const facts = { kind: plan.kind, holdoutShare: plan.holdout, trainRows: train.rows.length, holdoutRows: holdout.rows.length, grouped };
  return { train, holdout, facts };
}

/** The same dataset with only these rows, in this order. */
export function subset(dataset: Dataset, indices: readonly number[]): Dataset {
  return {
    ...dataset,
    rows: indices.map((i) => dataset.rows[i]!),
    target: Float64Array.from(indices, (i) => dataset.target[i]!),
    lines: Int32Array.from(indices, (i) => dataset.lines[i]!),
    groups: Int32Array.from(indices, (i) => dataset.groups[i]!),
    order: Int32Array.from(indices, (i) => dataset.order[i]!),
  };
}

/** Indices of the rows of each group, groups by first appearance. */
function membersOf(groups: Int32Array): number[][] {
  const members = new Map<number, number[]>();
  for (const [i, group] of groups.entries()) {
    const rows = members.get(group);
    if (rows === undefined) members.set(group, [i]);
    else rows.push(i);
  }
  return [...members.values()];
}

function lastGroups(groups: readonly (readonly number[])[], order: Int32Array, share: number): Set<number> {
  const latest = groups.map((members) => ({ members, last: members.reduce((last, i) => Math.max(last, order[i]!), 0) }));
  const held = new Set<number>();
  let last = -1;
  for (const group of latest.toSorted((a, b) => b.last - a.last)) {
    if (held.size >= share * order.length && group.last !== last) break;
    for (const i of group.members) held.add(i);
    last = group.last;
  }
  return held;
}

function refuseEmpty(train: Dataset, holdout: Dataset, kind: SplitPlan["kind"]): void {
  const ways = kind === "time" ? "hold out less, or split at random" : "hold out another share, or add rows";
  if (holdout.rows.length === 0)
    throw new KilnError("data", `the ${kind} split holds out none of ${train.rows.length} rows; expected at least one; ${ways}`);
  if (train.rows.length === 0) throw new KilnError("data", `the ${kind} split leaves no row to learn from; ${ways}`);
  const { task } = train;
  if (task.kind === "number") return;
  const seen = new Set(train.target);
  const absent = task.classes.findIndex((_, k) => !seen.has(k));
  if (absent !== -1)
    throw new KilnError(
      "data",
      `the ${kind} split leaves class ${quoted(task.classes[absent] ?? "")} no row to learn from; expected at least one; ${ways}`,
    );
}
