import type { Budget, Price } from "../author-schema.ts";
import type { Meter, ModelRequest } from "../asking.ts";
import { KilnError } from "../errors.ts";

/** Adds up what a run spends, and stops it before it could spend too much. */
export interface Ledger {
  /** The meter of one question. `inputTokens` is the most that its prompt may count as. */
  meterOf(request: ModelRequest, inputTokens: number): Meter;
}

/**
 * Opens the books of one run. A try is only begun when its worst case (the whole prompt by the widest count, the longest answer) still fits
 * into every limit; where an endpoint does not say what a try cost, the worst case is what it cost.
 *
 * @param now Milliseconds of a clock that never goes back.
 */
export function openLedger(budget: Budget, price: Price | null, now: () => number): Ledger {
  const spent = { calls: 0, inputTokens: 0, outputTokens: 0, ms: 0 };
  const cost = (inputTokens: number, outputTokens: number): number =>
    price === null ? 0 : (inputTokens * price.input + outputTokens * price.output) / 1_000_000;

  return {
    meterOf({ stage, maxOutputTokens }, inputTokens) {
      const began = now();
      const left = (): number => budget.minutes * 60_000 - spent.ms - (now() - began);
      const objection = (): string | null => {
        const [input, output] = [spent.inputTokens, spent.outputTokens];
        const [before, most] = [cost(input, output), cost(input + inputTokens, output + maxOutputTokens)];
        if (spent.calls + 1 > budget.calls) return `${spent.calls} calls made, the budget is ${budget.calls}`;
        if (input + inputTokens > budget.inputTokens)
          return `${input} input tokens used and up to ${inputTokens} more to send, the budget is ${budget.inputTokens}`;
        if (output + maxOutputTokens > budget.outputTokens)
          return `${output} output tokens used and up to ${maxOutputTokens} more asked for, the budget is ${budget.outputTokens}`;
        if (budget.money !== null && most > budget.money)
          return `${before.toFixed(4)} spent and up to ${(most - before).toFixed(4)} more to spend, the budget is ${budget.money}`;
        return left() > 0 ? null : `the budget of ${budget.minutes} minutes is used up`;
      };
      return {
        start() {
          const found = objection();
          if (found !== null) throw overrun(stage, found);
          spent.calls += 1;
          spent.inputTokens += inputTokens;
          spent.outputTokens += maxOutputTokens;
        },
        end(usage) {
          const known = usage === "nothing" ? { inputTokens: 0, outputTokens: 0 } : usage;
          if (known === null) return;
          spent.inputTokens += known.inputTokens - inputTokens;
          spent.outputTokens += known.outputTokens - maxOutputTokens;
        },
        left,
        close() {
          spent.ms += now() - began;
        },
        outOfTime: () => overrun(stage, `the budget of ${budget.minutes} minutes is used up`),
      };
    },
  };
}

function overrun(stage: string, what: string): KilnError {
  return new KilnError(
    "budget",
    `stage "${stage}" was not asked: ${what}; every answer so far is recorded, so a larger budget goes on from here`,
  );
}
