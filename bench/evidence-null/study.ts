import { widened } from "../../generator/apply.ts";
import { random } from "../../generator/random.ts";
import { baselineMatrix } from "../../generator/train/matrix.ts";
import { withRidgeOutOfFold } from "../../generator/train/ridge.ts";
import { stepColumns } from "../../generator/train/step-columns.ts";
import type { ForestSettings, Matrix, Trainer } from "../../generator/learning.ts";
import type { Dataset, Program, StepType, StepValue } from "../../generator/types.ts";
import { type Field, measure } from "../../generator/weigh/arm.ts";
import { assignFolds } from "../../generator/weigh/folds.ts";
import { leakOf } from "../../generator/weigh/leaks.ts";
import { ridgeHelps } from "../../generator/weigh/ridge-helps.ts";
import { select } from "../../generator/weigh/select.ts";
import type { Weighable } from "../../generator/weigh/terms.ts";
import { type FoldFigures, foldFigures, gates } from "./gates.ts";

/** Where candidates of one table are weighed. */
export interface Ground {
  readonly field: Field;
  readonly matricesWith: (candidates: readonly Weighable[]) => Matrix[];
}

/** Folds and matrices of a dataset as a run has them. */
export async function groundOf(
  dataset: Dataset,
  trainer: Trainer,
  folds: number,
  repeats: number,
  settings: ForestSettings,
): Promise<Ground> {
  const assigned = assignFolds(dataset, { kind: "random", folds, repeats, seed: 1 });
  const bases = assigned.map((fold) => baselineMatrix(dataset, fold));
  const outputs = dataset.task.kind === "class" ? dataset.task.classes.length : 1;
  const field: Field = { dataset, outputs, folds: assigned, forest: settings, trainer };
  const ridge = await ridgeHelps(
    field,
    bases.map((base) => ({ base, matrix: base })),
  );
  return {
    field,
    matricesWith: (candidates) =>
      bases.map((base, r) => {
        const plain = candidates.reduce((matrix, { name, values }) => widened(matrix, stepColumns(programOf(name, values), values)), base);
        return ridge ? withRidgeOutOfFold(base, plain, dataset, assigned[r]!) : plain;
      }),
  };
}

/** What Kiln's gate keeps of candidates: the guard against leaks first, then weighing. */
export async function kept(
  { field, matricesWith }: Ground,
  candidates: readonly { readonly candidate: Weighable; readonly reads: readonly string[] }[],
  seed: number,
): Promise<readonly string[]> {
  const open = candidates
    .filter(({ candidate: { values }, reads }) => leakOf({ values, reads }, field.dataset, field.folds[0]!, mostTold, null) === null)
    .map(({ candidate }) => candidate);
  const selection = await select(
    {
      share: 1,
      candidates: open,
      standing: [],
      matricesWith: (names) => Promise.resolve(matricesWith(open.filter(({ name }) => names.includes(name)))),
    },
    field,
    { confidence: 0.95, minLift: 0, seed },
  );
  return selection.kept.map(({ name }) => name);
}

/** The default of `keep.mostTold`. */
const mostTold = 0.95;

/** Which of the published rules accept each candidate: candidates × rules. */
export async function publishedVerdicts(ground: Ground, candidates: readonly Weighable[]): Promise<readonly (readonly boolean[])[]> {
  const figuresOf = async (joined: readonly Weighable[]): Promise<FoldFigures[]> => {
    const { answers } = await measure(ground.field, ground.matricesWith(joined), ground.field.folds.length);
    return foldFigures(answers, ground.field.folds, ground.field.dataset.target, ground.field.outputs);
  };
  const without = await figuresOf([]);
  const verdicts: boolean[][] = [];
  for (const candidate of candidates) {
    const after = await figuresOf([candidate]);
    verdicts.push(gates.map(({ accepts }) => accepts(without, after)));
  }
  return verdicts;
}

/** Numbers of some rows of a table, drawn by seed. */
export function someRows(total: number, count: number, seed: number): number[] {
  const source = random(seed, 77);
  const rows = Array.from({ length: total }, (_, i) => i);
  for (let i = rows.length - 1; i > 0; i--) {
    const j = source.below(i + 1);
    [rows[i], rows[j]] = [rows[j]!, rows[i]!];
  }
  return rows.slice(0, count).toSorted((a, b) => a - b);
}

function programOf(name: string, values: readonly StepValue[]): Program {
  return { kind: "feature", name, column: null, source: "", js: "", returns: typeOf(values), reads: [] };
}

function typeOf(values: readonly StepValue[]): StepType {
  const nullable = values.includes(null);
  if (values.some((value) => typeof value === "string"))
    return {
      kind: "union",
      members: [...new Set(values.filter((value) => typeof value === "string"))].toSorted((a, b) => (a < b ? -1 : 1)),
      nullable,
    };
  return { kind: values.some((value) => typeof value === "boolean") ? "boolean" : "number", nullable };
}
