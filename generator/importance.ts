import type { ForestText, Matrix, Ridge } from "./learning.ts";
import { answersOf } from "./outcomes.ts";
import { random, shuffled } from "./random.ts";
import type { RoundInput } from "./round.ts";
import { plainMatrices, matricesWith } from "./state.ts";
import { fitRidge, withRidge } from "./train/ridge.ts";
import { subset } from "./data/split.ts";
import { rowLosses } from "./weigh/metrics.ts";

/** Times that each source is shuffled. */
const rounds = 5;

/** How much worse forests answer rows that they have not learned from when what one source says is shuffled among these rows. */
export interface Importance {
  /** A step, an input column (all that the encoders make of it), "lexicon" or "ridge". */
  readonly source: string;
  /** Mean rise of the loss, nats or squared units a row. */
  readonly value: number;
  /** 95 %, by the spread over rows. */
  readonly low: number;
  readonly high: number;
}

/**
 * Permutation importance (Breiman 2001) out of fold, the largest first: each fold of the first repeat is answered by a forest that learned
 * from the others. A step's answers are shuffled before the ridge reads them, so that nothing of them reaches the forest by that way.
 */
export async function permutationImportance({ state, plan, ports: { trainer } }: RoundInput, seed: number): Promise<Importance[]> {
  const { dataset } = state;
  const { folds, outputs, forest: settings } = plan.field;
  const assigned = folds[0]!;
  const whole = matricesWith(state, [], plan)[0]!;
  const { matrix: plain } = plainMatrices(state, [], folds)[0]!;
  const sources = new Map<string, string[]>();
  for (const name of whole.names) {
    const source = /^[^=.]*/.exec(name)![0];
    sources.set(source, [...(sources.get(source) ?? []), name]);
  }
  const rises = new Map([...sources.keys()].map((source) => [source, new Float64Array(assigned.length)]));
  for (const fold of new Set(assigned)) {
    const [learning, asked] = [
      [...assigned.keys()].filter((i) => assigned[i] !== fold),
      [...assigned.keys()].filter((i) => assigned[i] === fold),
    ];
    const { forest } = await trainer.train(rowsOf(whole, learning), subset(dataset, learning).target, outputs, settings);
    const ridge = plan.ridge ? fitRidge(rowsOf(plain, learning), subset(dataset, learning)) : null;
    const truth = subset(dataset, asked).target;
    const base = lossesOf(forest, withRidge(ridge, rowsOf(plain, asked)), truth);
    [...sources].forEach(([source, own], k) => {
      const into = rises.get(source)!;
      for (let round = 0; round < rounds; round++) {
        const order = shuffled([...asked.keys()], random(seed + k, 31 + round));
        const losses = lossesOf(forest, withShuffled({ plain: rowsOf(plain, asked), ridge }, own, order), truth);
        asked.forEach((i, at) => (into[i]! += (losses[at]! - base[at]!) / rounds));
      }
    });
  }
  return [...rises]
    .map(([source, rise]) => ({ source, ...meanOf(rise) }))
    .toSorted((a, b) => b.value - a.value || (a.source < b.source ? -1 : 1));
}

/** The forest's inputs with the named columns dealt among the rows; the ridge's are made of what the others then hold, unless they are dealt themselves. */
function withShuffled(
  { plain, ridge }: { readonly plain: Matrix; readonly ridge: Ridge | null },
  own: readonly string[],
  order: readonly number[],
): Matrix {
  const dealt = (matrix: Matrix): Matrix => ({
    ...matrix,
    columns: matrix.columns.map((column, j) => (own.includes(matrix.names[j]!) ? column.map((_, i) => column[order[i]!]!) : column)),
  });
  return own[0]!.startsWith("ridge=") ? dealt(withRidge(ridge, plain)) : withRidge(ridge, dealt(plain));
}

function lossesOf(forest: ForestText, matrix: Matrix, target: Float64Array): Float64Array {
  return rowLosses(answersOf(forest, matrix), target, forest.outputs);
}

function rowsOf({ names, columns }: Matrix, rows: readonly number[]): Matrix {
  return { names, columns: columns.map((column) => Float64Array.from(rows, (i) => column[i]!)), n: rows.length };
}

function meanOf(rises: Float64Array): Omit<Importance, "source"> {
  const n = rises.length;
  const mean = rises.reduce((sum, rise) => sum + rise, 0) / n;
  const square = rises.reduce((sum, rise) => sum + (rise - mean) * (rise - mean), 0) / Math.max(1, n - 1);
  const half = 1.959963984540054 * Math.sqrt(square / n);
  return { value: mean, low: mean - half, high: mean + half };
}
