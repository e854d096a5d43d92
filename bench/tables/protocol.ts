import { widened } from "../../generator/apply.ts";
import { random, shuffled } from "../../generator/random.ts";
import { answersOf } from "../../generator/outcomes.ts";
import { applyInputs, baselineMatrix, fitInputs } from "../../generator/train/matrix.ts";
import { fitRidge, withRidge, withRidgeOutOfFold } from "../../generator/train/ridge.ts";
import { stepColumns } from "../../generator/train/step-columns.ts";
import type { ForestSettings, Matrix, Trainer } from "../../generator/learning.ts";
import type { Dataset, Program, Sandbox, StepValue } from "../../generator/types.ts";
import { assignFolds } from "../../generator/weigh/folds.ts";
import { ridgeHelps } from "../../generator/weigh/ridge-helps.ts";
import { select } from "../../generator/weigh/select.ts";
import type { TableRows } from "./sets.ts";

const forest: ForestSettings = {
  trees: 200,
  maxDepth: 12,
  minLeaf: 2,
  columnShare: 0.33,
  criterion: "gini",
  cuts: "best",
  classWeights: null,
  seed: 1,
};

/** A written step with its answers for the rows of a dataset. */
export interface Answered {
  readonly program: Program & { readonly size: number };
  readonly values: readonly StepValue[];
}

/** Row numbers to learn from and to test on. */
export interface Parts {
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/** CAAFE's regime: a share of the rows, at most 2,000, of which a quarter is tested on; no test row was ever shown to the model. */
export function caafeParts({ rows, shown }: TableRows, share: number, seed: number): Parts {
  const order = shuffled([...rows.keys()], random(seed, 21));
  const size = Math.min(2000, Math.round(share * rows.length));
  const test = order.filter((i) => !shown.has(i)).slice(0, Math.round(size / 4));
  const tested = new Set(test);
  return { train: order.filter((i) => !tested.has(i)).slice(0, size - test.length), test };
}

/** Answers of programs for rows; one that fails there answers nothing and is left out. */
export async function answered(
  programs: readonly (Program & { readonly size: number })[],
  { rows }: Dataset,
  sandbox: Sandbox,
): Promise<Answered[]> {
  const runs = await sandbox.run(programs, rows, "once");
  return programs.flatMap((program, k) => {
    const run = runs[k]!;
    return run.ok ? [{ program, values: run.values }] : [];
  });
}

/** Which of the steps Kiln's gate keeps, on training rows alone. */
export async function gated(train: Dataset, steps: readonly Answered[], trainer: Trainer, seed: number): Promise<readonly Answered[]> {
  if (steps.length === 0) return [];
  const { field, bases } = groundOf(train, trainer, seed);
  const matricesWith = (joining: readonly Answered[]): Plain[] => bases.map((base) => ({ base, matrix: joined(base, joining) }));
  const ridge = await ridgeHelps(field, matricesWith([]));
  const { kept } = await select(
    {
      share: 1,
      standing: [],
      candidates: steps.map(({ program: { name, kind, size }, values }) => ({ name, kind, size, values })),
      matricesWith: (names) => {
        const plain = matricesWith(steps.filter(({ program }) => names.includes(program.name)));
        return Promise.resolve(
          plain.map(({ base, matrix }, r) => (ridge ? withRidgeOutOfFold(base, matrix, train, field.folds[r]!) : matrix)),
        );
      },
    },
    field,
    { confidence: 0.95, minLift: 0, seed },
  );
  return kept.flatMap(({ name }) => steps.filter(({ program }) => program.name === name));
}

/** Answers for the test rows of a forest that learned from the training rows, with the given steps; `values` run over all rows of `whole`. */
export async function tested(
  whole: Dataset,
  { train, test }: Parts,
  steps: readonly Answered[],
  trainer: Trainer,
  seed: number,
): Promise<Float64Array> {
  const learning = part(whole, train);
  const { field, bases } = groundOf(learning, trainer, seed);
  const of = (rows: readonly number[]): Answered[] =>
    steps.map(({ program, values }) => ({ program, values: rows.map((i) => values[i]!) }));
  const plain = bases.map((base) => ({ base, matrix: joined(base, of(train)) }));
  const [first] = plain;
  const ridge = await ridgeHelps(field, plain);
  const matrix = ridge ? withRidgeOutOfFold(first!.base, first!.matrix, learning, field.folds[0]!) : first!.matrix;
  const { forest: grown } = await trainer.train(matrix, learning.target, outputsOf(whole), { ...forest, seed });
  const asked = joined(
    applyInputs(
      fitInputs(learning),
      test.map((i) => whole.rows[i]!),
    ),
    of(test),
  );
  return answersOf(grown, withRidge(ridge ? fitRidge(first!.matrix, learning) : null, asked));
}

type Plain = Parameters<typeof ridgeHelps>[1][0];

/** Where is weighed, and whether the ridge joins decided, as a run does it. */
function groundOf(
  dataset: Dataset,
  trainer: Trainer,
  seed: number,
): { readonly field: Parameters<typeof ridgeHelps>[0]; readonly bases: readonly Matrix[] } {
  const folds = assignFolds(dataset, { kind: "random", folds: 5, repeats: 2, seed });
  const field = { dataset, outputs: outputsOf(dataset), folds, forest: { ...forest, trees: 60, seed }, trainer };
  return { field, bases: folds.map((fold) => baselineMatrix(dataset, fold)) };
}

/** Some rows of a dataset, in the order given. */
export function part(dataset: Dataset, rows: readonly number[]): Dataset {
  return {
    ...dataset,
    rows: rows.map((i) => dataset.rows[i]!),
    target: Float64Array.from(rows, (i) => dataset.target[i]!),
    lines: Int32Array.from(rows, (i) => dataset.lines[i]!),
    groups: Int32Array.from(rows, (i) => dataset.groups[i]!),
    order: Int32Array.from(rows, (i) => dataset.order[i]!),
  };
}

export function outputsOf({ task }: Dataset): number {
  return task.kind === "class" ? task.classes.length : 1;
}

function joined(base: Matrix, steps: readonly Answered[]): Matrix {
  return steps.reduce((matrix, { program, values }) => widened(matrix, stepColumns(program, values)), base);
}
