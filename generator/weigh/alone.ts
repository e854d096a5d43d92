import type { PartEffect } from "../types.ts";
import { ahead } from "./ahead.ts";
import { type Arm, type Field, measure } from "./arm.ts";
import { speaks } from "./evidence.ts";
import { type Lift, liftOf } from "./lift.ts";
import { partEffects } from "./part-effects.ts";
import type { Slice } from "./slices.ts";
import type { Bar, Round } from "./terms.ts";

/** What a candidate is worth when it alone joins the pipeline. */
interface Alone {
  readonly lift: Lift;
  /** False after a glance at one repeat, whose p may not admit anything. */
  readonly decides: boolean;
  readonly parts: readonly PartEffect[];
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
export function aloneLifts(
  round: Round,
  field: Field,
  start: Arm,
  bar: Bar,
  knows: readonly boolean[],
  slices: readonly Slice[],
): Promise<Alone[]> {
  return ahead(round.candidates, async ({ name, values }, i) => {
    const matrices = await round.matricesWith([name]);
    const first = await measure(field, matrices, 1);
    const glance = liftOf(start, first, field.folds, bar);
    const decides = knows[i]! || glance.p <= hopeless;
    const after = decides ? await measure(field, matrices, matrices.length, first) : first;
    const parts = partEffects({ without: start, after, folds: field.folds }, slices, values.map(speaks), bar.confidence);
    return { lift: decides ? liftOf(start, after, field.folds, bar) : glance, decides, parts };
  });
}
