import type { Evidence, Issue } from "../types.ts";
import { aloneLifts } from "./alone.ts";
import { type Field, measure } from "./arm.ts";
import { abstainsOf, associate, firesOf, type Measured } from "./evidence.ts";
import { holm, simes } from "./adjust.ts";
import { type Lift, liftOf } from "./lift.ts";
import { prune } from "./prune.ts";
import { againOf } from "./again.ts";
import { nearestOf } from "./overlap.ts";
import { failsTogether, isWeak, saysAgain } from "./reasons.ts";
import { slicesOf } from "./slices.ts";
import type { Bar, Round, Weighable } from "./terms.ts";

/** A refusal, with its evidence unless nothing was measured. */
interface Refusal {
  readonly name: string;
  readonly evidence: Evidence | null;
  readonly issues: readonly [Issue, ...Issue[]];
}

/** Verdicts of a round. */
export interface Selection {
  /** Strongest evidence first. */
  readonly kept: readonly { readonly name: string; readonly evidence: Evidence }[];
  /** In the order of the candidates. */
  readonly refused: readonly Refusal[];
  /** What the significant ones are worth together; null when there is none. */
  readonly together: Lift | null;
}

/**
 * Decides which candidates of a round join the pipeline.
 *
 * 1. Of candidates that answer alike on every row only the shortest is weighed.
 * 2. Each is tested against the pipeline as it stands, twice: does it know something about what the pipeline gets wrong out of fold
 *    (`associationPs`), and is the forest better with it (`liftOf`)? The first may spend four fifths of the error rate: p is the smaller
 *    of p₁ / 0.8 and p₂ / 0.2.
 * 3. Holm over the candidates at the look's share of the error rate: whatever the others are, the chance that one or more that know
 *    nothing pass is at most that. Or through the common gate: when a joint test says, at the same rate, that not all of them know nothing
 *    (`simes`), those whose own p is at most `weakest` pass, too. A run in which nobody knows anything still keeps anything with at most
 *    the error rate, because then the gate stays shut; beside candidates that know something, each that does not gets in with at most
 *    `weakest` (a gatekeeping procedure: Dmitrienko, Offen & Westfall 2003). Few labels need that: two dozen functions of which every one
 *    says a little all fail alone. Besides, alone it must not lower the forest's score.
 * 4. All that pass, joined, must lift the forest by more than `minLift`: the 80 % bound of the corrected t-test lies above it. That
 *    guards against knowledge that a forest cannot use, not against chance, so it need not be strict; else none is kept.
 * 5. Of these, `prune` takes out what the others make superfluous.
 */
export async function select(round: Round, field: Field, bar: Bar): Promise<Selection> {
  const again = againOf(round.candidates);
  const candidates = round.candidates.filter(({ name }) => !again.has(name));
  const matrices = await round.matricesWith([]);
  const start = { arm: await measure(field, matrices, matrices.length), matrices };
  const evidence = await weighEach({ ...round, candidates }, field, bar, start);
  const level = levelOf(round, bar);
  const names = [...evidence]
    .filter(([, { p, adjustedP, jointP, lift }]) => (adjustedP <= level || (jointP <= level && p <= weakest)) && lift > 0)
    .toSorted(([, a], [, b]) => a.p - b.p || b.lift - a.lift)
    .map(([name]) => name);
  const joined = names.length === 0 ? start.arm : await measure(field, await round.matricesWith(names), matrices.length);
  const together = names.length === 0 ? null : liftOf(start.arm, joined, field.folds, { confidence: profits, minLift: bar.minLift });
  const worthIt = together !== null && together.p <= 1 - profits;
  const { left, out } = worthIt ? await prune(round, field, bar, { names, arm: joined }) : { left: [], out: new Map<string, Issue>() };
  const issueOf = (name: string, found: Evidence): Issue => {
    if (together === null || !names.includes(name)) return isWeak(found, candidates.length, { level, weakest });
    const others = names.filter((other) => other !== name);
    return out.get(name) ?? failsTogether(others, together, bar.minLift);
  };
  const kept = left.map((name) => round.candidates.find((one) => one.name === name)!);
  const besideKept = (one: Weighable): Evidence | null => {
    const found = evidence.get(one.name);
    return found === undefined
      ? null
      : { ...found, nearest: nearestOf(one.values, [...round.standing, ...kept.filter((other) => other !== one)]) };
  };
  return {
    kept: kept.map((one) => ({ name: one.name, evidence: besideKept(one)! })),
    refused: round.candidates
      .filter(({ name }) => !left.includes(name))
      .map((one) => {
        const found = besideKept(one);
        return { name: one.name, evidence: found, issues: [found === null ? saysAgain(again.get(one.name)!) : issueOf(one.name, found)] };
      }),
    together,
  };
}

/** Greatest own p with which a candidate may pass through the common gate. */
const weakest = 0.02;
/** Part of the error rate that knowing something may spend; lifting the forest alone has the rest. */
const knowing = 0.8;
/** Confidence that the forest profits from all that pass. */
const profits = 0.8;
/** Permutations per candidate and unit of error rate: the smallest p is well below what Holm's first step asks for. */
const resolution = 8;
/** Values of each category whose rows are a part of their own in the evidence. */
const shownValues = 4;

function levelOf({ share }: Round, { confidence }: Bar): number {
  return (1 - confidence) * share;
}

/** Steps 2 and 3: the evidence of each candidate by name, in order. */
async function weighEach(round: Round, field: Field, bar: Bar, start: Measured): Promise<ReadonlyMap<string, Evidence>> {
  const { candidates } = round;
  const answers = candidates.map(({ values }) => values);
  const tries = Math.ceil((resolution * candidates.length) / levelOf(round, bar));
  const known = associate(field, start, answers, tries, bar.seed);
  const passable = knowing * Math.max(weakest, levelOf(round, bar));
  const alone = await aloneLifts(
    round,
    field,
    start.arm,
    bar,
    known.map((p) => p <= passable),
    slicesOf(field.dataset, shownValues),
  );
  const ps = alone.map(({ lift, decides }, i) => Math.min(1, known[i]! / knowing, decides ? lift.p / (1 - knowing) : 1));
  const adjusted = holm(ps);
  const jointP = simes(ps);
  return new Map(
    candidates.map(({ name, values }, i): [string, Evidence] => {
      const { lift: found, parts } = alone[i]!;
      const { lift, interval, foldsWon, folds } = found;
      const rates = { fires: firesOf(values), abstains: abstainsOf(values) };
      return [name, { lift, interval, p: ps[i]!, adjustedP: adjusted[i]!, jointP, foldsWon, folds, ...rates, parts, nearest: null }];
    }),
  );
}
