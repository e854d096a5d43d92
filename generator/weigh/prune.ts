import type { Issue } from "../types.ts";
import { ahead } from "./ahead.ts";
import { type Arm, type Field, measure } from "./arm.ts";
import { associate } from "./evidence.ts";
import { liftOf } from "./lift.ts";
import { isSuperfluous } from "./reasons.ts";
import type { Bar, Round } from "./terms.ts";

/** A candidate whose association p beside the others is above this may be superfluous. */
const noLongerKnows = 0.05;
const tries = 1000;

/** One candidate, with the arm that lacks only it. */
interface Suspect {
  readonly name: string;
  readonly p: number;
  readonly lift: number;
  readonly arm: Arm;
}

/**
 * The final backward pass: takes out, one at a time and the most harmful first, what the others make superfluous: without it the pipeline gets
 * nothing wrong that it knows about, and the forest is no worse. Returns the names left and why the others went.
 */
export async function prune(
  round: Round,
  field: Field,
  bar: Bar,
  all: { readonly names: readonly string[]; readonly arm: Arm },
): Promise<{ readonly left: readonly string[]; readonly out: ReadonlyMap<string, Issue> }> {
  const out = new Map<string, Issue>();
  let left = all.names;
  let arm = all.arm;
  let open = all.names;
  while (left.length > 1) {
    const now = { names: left, arm };
    const suspects = (await ahead(open, (name) => suspicion(round, field, bar, now, name))).flat();
    const [worst] = suspects.filter(({ lift }) => lift <= 0).toSorted((a, b) => a.lift - b.lift);
    if (worst === undefined) break;
    left = left.filter((name) => name !== worst.name);
    open = suspects.map(({ name }) => name).filter((name) => name !== worst.name);
    arm = worst.arm;
    out.set(worst.name, isSuperfluous(left, worst.p, worst.lift));
  }
  return { left, out };
}

/** The candidate as a suspect, or nothing when it still knows something that the others do not. */
async function suspicion(
  round: Round,
  field: Field,
  bar: Bar,
  all: { readonly names: readonly string[]; readonly arm: Arm },
  name: string,
): Promise<Suspect[]> {
  const matrices = await round.matricesWith(all.names.filter((other) => other !== name));
  const { values } = round.candidates.find((candidate) => candidate.name === name)!;
  const glance = await measure(field, matrices, 1);
  const [p] = associate(field, { arm: glance, matrices }, [values], tries, bar.seed);
  if (p! <= noLongerKnows) return [];
  const arm = await measure(field, matrices, matrices.length, glance);
  return [{ name, p: p!, lift: liftOf(arm, all.arm, field.folds, bar).lift, arm }];
}
