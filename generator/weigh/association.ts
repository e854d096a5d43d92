import { random } from "../random.ts";
import type { Levels } from "./levels.ts";
import { permuter } from "./permuter.ts";

/** A candidate is settled as noise once this many permutations did at least as well as its real order. */
const enough = 10;

/** What a model gets wrong, and which rows belong together. */
interface Wrong {
  /** n × outputs, row-major, each output centred. */
  readonly residuals: Float64Array;
  readonly outputs: number;
  /** Row numbers of each group. */
  readonly groups: readonly (readonly number[])[];
}

/**
 * p of "knows nothing about what the model gets wrong", one per candidate: a permutation test.
 *
 * Permuted is at which rows a candidate's answers stand; groups change places as wholes. Exact for a candidate that is independent of the residuals,
 * however rare its answers and classes. p = (1 + as good) / (1 + tried) (Phipson & Smyth 2010), or as good / tried for the hopeless, where trying stops
 * early (Besag & Clifford 1991). All candidates see the same permutations.
 */
export function associationPs(candidates: readonly Levels[], wrong: Wrong, permutations: number, seed: number): number[] {
  const tests = candidates.map((levels) => prepare(levels, wrong));
  const { image, shuffle } = permuter(wrong.groups, random(seed, 11));
  const real = tests.map((test) => statistic(test, wrong, image));
  const asGood = new Int32Array(tests.length);
  const tried = new Int32Array(tests.length);
  let open = [...tests.keys()].filter((t) => tests[t]!.rows.length > 0);
  for (let b = 0; b < permutations && open.length > 0; b++) {
    shuffle();
    for (const t of open) {
      tried[t]!++;
      if (statistic(tests[t]!, wrong, image) >= real[t]! * (1 - 1e-9)) asGood[t]!++;
    }
    open = open.filter((t) => asGood[t]! < enough);
  }
  return tests.map((_, t) => (asGood[t]! >= enough ? asGood[t]! / tried[t]! : (1 + asGood[t]!) / (1 + tried[t]!)));
}

/** What the statistic needs of a candidate, whatever the permutation. */
interface Test {
  readonly levels: Levels;
  /** Rows outside the most frequent level: its sums follow from the others', because residuals are centred. */
  readonly rows: Int32Array;
  readonly rest: number;
  /** 1 / (variance under permutation + one row's worth), levels × outputs. */
  readonly weights: Float64Array;
  /** Centred ranks, and 1 / their variance per output; null where levels have no order. */
  readonly trend: { readonly scores: Float64Array; readonly weights: Float64Array } | null;
  readonly sums: Float64Array;
}

function prepare(levels: Levels, { residuals, outputs }: Wrong): Test {
  const n = levels.of.length;
  const sizes = new Float64Array(levels.count);
  for (const level of levels.of) sizes[level]!++;
  const rest = sizes.indexOf(Math.max(...sizes));
  const spread = spreads(residuals, outputs);
  const worth = Math.max(...spread);
  const weights = new Float64Array(levels.count * outputs);
  weights.forEach((_, at) => {
    const size = sizes[Math.floor(at / outputs)]!;
    weights[at] = 1 / ((size * (n - size) * spread[at % outputs]!) / n + worth);
  });
  return {
    levels,
    rows: Int32Array.from(levels.of.keys()).filter((i) => levels.of[i] !== rest),
    rest,
    weights,
    trend: levels.ranks && trendOf(levels.ranks, sizes, spread),
    sums: new Float64Array(levels.count * outputs),
  };
}

function trendOf(ranks: Float64Array, sizes: Float64Array, spread: Float64Array): Test["trend"] {
  const n = sizes.reduce((sum, size) => sum + size, 0);
  const centre = ranks.reduce((sum, rank, level) => sum + rank * sizes[level]!, 0) / n;
  const scores = ranks.map((rank) => rank - centre);
  const variance = scores.reduce((sum, score, level) => sum + score * score * sizes[level]!, 0);
  if (variance === 0) return null;
  const worth = Math.max(...spread);
  return { scores, weights: spread.map((s) => 1 / (variance * s + (variance * worth) / n)) };
}

/** Mean square of the residuals of each output. */
function spreads(residuals: Float64Array, outputs: number): Float64Array {
  const spread = new Float64Array(outputs);
  residuals.forEach((r, at) => (spread[at % outputs]! += (r * r * outputs) / residuals.length));
  return spread;
}

/** The larger of two standardised sums of squares: over levels and outputs, and of the trend over outputs. */
function statistic({ levels, rows, rest, weights, trend, sums }: Test, { residuals, outputs }: Wrong, image: Int32Array): number {
  sums.fill(0);
  for (const i of rows) {
    const to = levels.of[i]! * outputs;
    const from = image[i]! * outputs;
    for (let c = 0; c < outputs; c++) sums[to + c]! += residuals[from + c]!;
  }
  for (let at = 0; at < sums.length; at++) if (Math.floor(at / outputs) !== rest) sums[rest * outputs + (at % outputs)]! -= sums[at]!;
  let all = 0;
  for (let at = 0; at < sums.length; at++) all += sums[at]! * sums[at]! * weights[at]!;
  const freedom = sums.length;
  const spread = (all - freedom) / Math.sqrt(2 * freedom);
  if (trend === null) return spread + freedom;
  let line = 0;
  for (let c = 0; c < outputs; c++) {
    let sum = 0;
    for (let level = 0; level < levels.count; level++) sum += trend.scores[level]! * sums[level * outputs + c]!;
    line += sum * sum * trend.weights[c]!;
  }
  return Math.max(spread, (line - outputs) / Math.sqrt(2 * outputs)) + freedom;
}
