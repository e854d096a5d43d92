import { type Arm, type Field, measure } from "./arm.ts";
import { type Lift, liftOf } from "./lift.ts";
import type { Bar, Round } from "./terms.ts";

/** What a candidate is worth when it alone joins the pipeline. */
interface Alone {
  readonly lift: Lift;
  /** False after a glance at one repeat, whose p may not admit anything. */
  readonly decides: boolean;
}

/** A candidate whose both ps are above this at first glance is not measured further. */
const hopeless = 0.2;

/** Measures every candidate alone: on the first repeat, and where that or `known` (its association p) is promising, on all. */
export async function aloneLifts(round: Round, field: Field, start: Arm, bar: Bar, known: readonly number[]): Promise<Alone[]> {
  const alone: Alone[] = [];
  for (const [i, { name }] of round.candidates.entries()) {
    const matrices = await round.matricesWith([name]);
    const first = await measure(field, matrices, 1);
    const glance = liftOf(start, first, field.folds, bar);
    const decides = known[i]! <= hopeless || glance.p <= hopeless;
    alone.push({
      lift: decides ? liftOf(start, await measure(field, matrices, matrices.length, first), field.folds, bar) : glance,
      decides,
    });
  }
  return alone;
}
