import type { Matrix } from "../learning.ts";
import type { StepKind } from "../types.ts";
import type { Named } from "./overlap.ts";

/** A candidate that passed judging, as weighing sees it. */
export interface Weighable extends Named {
  readonly kind: StepKind;
  /** Characters of source: of two that say the same, the shorter stays. */
  readonly size: number;
}

/** One look at new candidates. */
export interface Round {
  readonly candidates: readonly Weighable[];
  /** The steps of the pipeline as it stands. */
  readonly standing: readonly Named[];
  /** Part of the run's error rate that this look may spend, in (0, 1]; the parts of a run add up to at most 1. */
  readonly share: number;
  /** The forest's inputs, one matrix a repeat, when the named candidates join the pipeline as it stands. */
  readonly matricesWith: (names: readonly string[]) => Promise<readonly Matrix[]>;
}

/** What must be shown before a candidate is kept. */
export interface Bar {
  /** 1 − the run's error rate: the chance that a run keeps anything that knows nothing. Ends of intervals hold with it, too. */
  readonly confidence: number;
  /** Nats per row, or squared units: what the kept ones must be worth together. */
  readonly minLift: number;
  readonly seed: number;
}
