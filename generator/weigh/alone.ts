import { ahead } from "./ahead.ts";
import { type Arm, type Field, measure } from "./arm.ts";
import { type Lift, liftOf } from "./lift.ts";
import type { Bar, Round } from "./terms.ts";

/** What a candidate is worth when it alone joins the pipeline. */
interface Alone {
  readonly lift: Lift;
  /** False after a glance at one repeat, whose p may not admit anything. */
  readonly decides: boolean;
}

/** A candidate whose p at first glance is above this is not measured further, unless it may pass without. */
const hopeless = 0.2;

/**
 * Measures every candidate alone: on the first repeat, and on all where that looks promising or the candidate may pass by what it knows.
 * To pass by its lift alone, p on all repeats would have to be a fiftieth of what is `hopeless` on one. Whoever is left out of that can only be
 * refused, so no error rate grows.
 *
 * @param knows Whether each candidate knows enough to pass, whatever its lift's p.
 */
export function aloneLifts(round: Round, field: Field, start: Arm, bar: Bar, knows: readonly boolean[]): Promise<Alone[]> {
  return ahead(round.candidates, async ({ name }, i) => {
    const matrices = await round.matricesWith([name]);
    const first = await measure(field, matrices, 1);
    const glance = liftOf(start, first, field.folds, bar);
    const decides = knows[i]! || glance.p <= hopeless;
    return {
      lift: decides ? liftOf(start, await measure(field, matrices, matrices.length, first), field.folds, bar) : glance,
      decides,
    };
  });
}
