import { rewritten, widened } from "./apply.ts";
import { baselineMatrix } from "./train/matrix.ts";
import { withRidgeOutOfFold } from "./train/ridge.ts";
import { stepColumns } from "./train/step-columns.ts";
import type { Matrix, Trainer } from "./learning.ts";
import type { Plan } from "./round.ts";
import type { CandidateRecord, Dataset, Program, Step, StepValue } from "./types.ts";
import type { Named } from "./weigh/overlap.ts";
import { ridgeHelps } from "./weigh/ridge-helps.ts";

/** A step in the pipeline with what it answers for each training row. */
export interface Placed {
  readonly program: Program;
  readonly values: readonly StepValue[];
}

/** The pipeline as it grows, over the training rows. */
export interface State {
  /** Rows as the kept normalizers leave them. */
  readonly dataset: Dataset;
  /** Baseline columns of these rows, one matrix a repeat; made on first use. */
  readonly base: (folds: readonly Int32Array[]) => readonly Matrix[];
  /** Kept steps, normalizers first. */
  readonly steps: readonly Step[];
  readonly placed: readonly Placed[];
  readonly records: readonly CandidateRecord[];
}

/** The pipeline before its first step. */
export function startState(dataset: Dataset): State {
  return { dataset, base: onceFor(dataset), steps: [], placed: [], records: [] };
}

/** The pipeline after a round: with its kept steps in place, and a record of every candidate. */
export function grown(
  state: State,
  kept: readonly { readonly step: Step; readonly values: readonly StepValue[] }[],
  records: readonly CandidateRecord[],
): State {
  const placed = [...state.placed, ...kept.map(({ step, values }) => ({ program: step.program, values }))];
  const dataset = withNormalizers(
    state.dataset,
    kept.map(({ step, values }) => ({ program: step.program, values })),
  );
  return {
    dataset,
    base: dataset === state.dataset ? state.base : onceFor(dataset),
    steps: [...state.steps, ...kept.map(({ step }) => step)],
    placed,
    records: [...state.records, ...records],
  };
}

/** The steps of the pipeline by name, with their answers. */
export function namedSteps({ placed }: State): Named[] {
  return placed.map(({ program: { name }, values }) => ({ name, values }));
}

/** The forest's training columns, one matrix a repeat, when further steps join the pipeline. */
export function matricesWith(
  state: State,
  joining: readonly Placed[],
  { field: { folds }, ridge }: Pick<Plan, "field" | "ridge">,
): readonly Matrix[] {
  return plainMatrices(state, joining, folds).map(({ base, matrix }, r) =>
    ridge ? withRidgeOutOfFold(base, matrix, state.dataset, folds[r]!) : matrix,
  );
}

/** Whether the ridge's columns join the pipeline as it stands. */
export function ridgeJoins(state: State, field: Plan["field"], trainer: Trainer): Promise<boolean> {
  return ridgeHelps({ ...field, dataset: state.dataset, trainer }, plainMatrices(state, [], field.folds));
}

/** The same without the ridge's columns, which follow from them; `base` is the baseline's part of each. */
export function plainMatrices(
  state: State,
  joining: readonly Placed[],
  folds: readonly Int32Array[],
): readonly { readonly base: Matrix; readonly matrix: Matrix }[] {
  const dataset = withNormalizers(state.dataset, joining);
  const known = state.base(folds);
  const bases =
    dataset === state.dataset
      ? known
      : folds.map((assigned, r) => baselineMatrix(dataset, assigned, { rows: state.dataset.rows, matrix: known[r]! }));
  const added = [...state.placed, ...joining].map(({ program, values }) => stepColumns(program, values));
  return bases.map((base) => ({ base, matrix: added.reduce(widened, base) }));
}

/** Of normalizers that join together each column gets one, the first named: what a second would make of its answers nobody has measured. */
function withNormalizers(dataset: Dataset, joining: readonly Placed[]): Dataset {
  const normalizers = onePerColumn(
    joining.filter(({ program }) => program.kind === "normalizer"),
    ({ program }) => program.column,
  );
  if (normalizers.length === 0) return dataset;
  return { ...dataset, rows: normalizers.reduce((rows, { program, values }) => rewritten(rows, program, values), dataset.rows) };
}

/** The first item of each column; items without a column all stay. */
export function onePerColumn<Item>(items: readonly Item[], columnOf: (item: Item) => string | null): Item[] {
  const taken = new Set<string>();
  return items.filter((item) => {
    const column = columnOf(item);
    if (column === null) return true;
    if (taken.has(column)) return false;
    taken.add(column);
    return true;
  });
}

/** Baseline matrices of rows, by fold assignment. */
const made = new WeakMap<Dataset, Map<Int32Array, Matrix>>();

/** Makes each matrix once: a run asks for all repeats when it weighs, for the first alone when it finishes, and begins anew for the plain baseline. */
function onceFor(dataset: Dataset): State["base"] {
  const own = made.get(dataset) ?? new Map<Int32Array, Matrix>();
  made.set(dataset, own);
  return (folds) =>
    folds.map((assigned) => {
      const matrix = own.get(assigned) ?? baselineMatrix(dataset, assigned);
      own.set(assigned, matrix);
      return matrix;
    });
}
