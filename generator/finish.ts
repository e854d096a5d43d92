import { createHash } from "node:crypto";
import { type Fitted, pipelineMatrix } from "./apply.ts";
import type { Author } from "./author.ts";
import { chooseForest } from "./choose-forest.ts";
import type { Config } from "./config.ts";
import { goldenRows } from "./data/golden-rows.ts";
import type { Loaded } from "./data/load.ts";
import type { Split } from "./data/split.ts";
import { finalTrainer } from "./final-trainer.ts";
import { forestSettings } from "./forest-settings.ts";
import { answersOf } from "./outcomes.ts";
import type { Models } from "./output/models.ts";
import type { Ports } from "./ports.ts";
import { referenceOf } from "./reference.ts";
import type { Plan } from "./round.ts";
import { matricesWith, plainMatrices, ridgeJoins, type State, startState } from "./state.ts";
import { fitInputs } from "./train/matrix.ts";
import { fitRidge } from "./train/ridge.ts";
import type { ForestSettings, ForestText, Trainer } from "./learning.ts";
import type { Calibration, Decision, GoldenRow, Learned } from "./learned.ts";
import type { Program, Row, Sandbox } from "./types.ts";
import { calibrated, calibrationOf } from "./weigh/calibration.ts";
import { compare, compareSlices } from "./weigh/figures.ts";
import { slicesOf } from "./weigh/slices.ts";

const goldenCount = 20;
/** Values of each category whose rows have figures of their own. */
const shownValues = 4;

/** What the last stage works with. */
interface Finish {
  readonly config: Config;
  readonly loaded: Loaded;
  readonly split: Split;
  readonly state: State;
  readonly plan: Plan;
  readonly author: Author;
  readonly decisions: readonly Decision[];
  readonly ports: Ports;
}

/** One arm, trained on all training rows. */
interface Arm {
  readonly inputs: Fitted;
  readonly programs: readonly Program[];
  readonly forest: ForestText;
  readonly importance: Float64Array;
  readonly calibration: Calibration | null;
  /** Answers for the training rows by trees that have not seen them, n × outputs. */
  readonly outOfBag: Float64Array;
  /** Whether the lexicon, fitted without its fold, knew a word of each row; null without a lexicon. */
  readonly known: readonly boolean[] | null;
}

/** Trains the pipeline and, beside it, the plain baseline; then opens the holdout for both. */
export async function finish({
  config,
  loaded,
  split: { train, holdout, facts },
  state,
  plan,
  author,
  decisions,
  ports,
}: Finish): Promise<Models> {
  ports.onStage({ stage: "forest", text: `training ${config.forest.trees} trees`, done: false });
  const final = await finalPlan(state, plan, ports);
  const { settings, tradeOff } = await chosenForest(state, final, config, ports);
  const grower = finalTrainer(config, ports);
  const result = await trained(state, final, settings, grower);
  const baseline = state.steps.length === 0 ? result : await trained(startState(train), plan, settings, grower);
  ports.onStage({ stage: "forest", text: `${result.forest.trees.length} trees on ${result.forest.columns.length} columns`, done: true });
  await refuseSkew(result, state, plan, train.rows, ports.sandbox);
  const answers = (arm: Arm): Promise<Float64Array> => answersFor(arm, holdout.rows, ports.sandbox);
  const sealed = { rows: holdout, outputs: plan.field.outputs, baseline: await answers(baseline), result: await answers(result) };
  const slices = compareSlices(sealed, slicesOf(holdout, shownValues), config.seed);
  ports.onStage({ stage: "holdout", text: `opened once: ${holdout.rows.length} rows`, done: true });
  const learned: Learned = {
    pipeline: config.name,
    task: train.task,
    columns: train.columns,
    data: {
      file: config.data.file,
      sha256: loaded.sha256,
      rows: loaded.dataset.rows.length,
      readable: loaded.readable,
      rejects: loaded.rejects.length,
      nulls: config.data.nulls,
    },
    config: { sha256: hashOf(config), seed: config.seed, importExtension: config.importExtension },
    prompts: [...author.templates].map(([file, text]) => ({ file, sha256: sha256(text) })),
    replies: author.replies.map(({ request, stage, model, usage }) => ({ request, stage, model, usage })),
    split: facts,
    encoders: result.inputs.encoders,
    lexicon: result.inputs.lexicon,
    ridge: result.inputs.ridge,
    calibration: result.calibration,
    candidates: state.records,
    steps: state.steps.map(({ candidate }) => candidate.name),
    decisions: decisions.map(({ kind, step, reason }) => ({ kind, step, reason })),
    figures: { ...compare(sealed, config.seed), slices },
    importance: result.forest.columns.map((name, j) => ({ name, value: result.importance[j]! })),
    tradeOff,
    golden: await golden(result, goldenRows(train, goldenCount, config.seed), ports.sandbox),
  };
  const reference = referenceOf({ train, placed: state.placed, ...result, outputs: plan.field.outputs });
  return { learned, forest: result.forest, reference };
}

/** The plan for what is trained for good: steps that were kept may say what the ridge said before, or need it, so whether it joins is asked anew. */
export async function finalPlan(state: State, plan: Plan, { trainer }: Pick<Ports, "trainer">): Promise<Plan> {
  return state.steps.length === 0 ? plan : { ...plan, ridge: await ridgeJoins(state, plan.field, trainer) };
}

/** Settings of the final forest of a pipeline. */
export function chosenForest(
  state: State,
  plan: Plan,
  config: Config,
  { trainer }: Pick<Ports, "trainer">,
): ReturnType<typeof chooseForest> {
  return chooseForest({ ...groundOf(state, plan), trainer }, forestSettings(config.forest, state.dataset, config.seed), config);
}

/** What the final forest learns from. */
function groundOf(state: State, { field, ridge }: Plan): Omit<Parameters<typeof chooseForest>[0], "trainer"> {
  const [matrix] = matricesWith(state, [], { field: { ...field, folds: field.folds.slice(0, 1) }, ridge });
  return { matrix: matrix!, target: state.dataset.target, outputs: field.outputs };
}

/** Fits everything of a pipeline on its training rows. Class weights ask for shares that are not frequencies, so these stay as they are. */
export async function trained(state: State, plan: Plan, settings: ForestSettings, trainer: Pick<Trainer, "train">): Promise<Arm> {
  const [plain] = plainMatrices(state, [], plan.field.folds.slice(0, 1));
  const inputs = { ...fitInputs(state.dataset), ridge: plan.ridge ? fitRidge(plain!.matrix, state.dataset) : null };
  const { matrix, target, outputs } = groundOf(state, plan);
  const { forest, importance, outOfBag } = await trainer.train(matrix, target, outputs, settings);
  const calibration = settings.classWeights === null ? calibrationOf(outOfBag, target, outputs, plan.field.folds[0]!) : null;
  const scores = matrix.columns[matrix.names.findIndex((name) => name.startsWith("lexicon="))];
  const known = scores === undefined ? null : Array.from(scores, (score) => !Number.isNaN(score));
  const programs = state.steps.map(({ program }) => program);
  return { inputs, programs, forest, importance, calibration, outOfBag: probabilitiesOf({ forest, calibration }, outOfBag), known };
}

/** What a pipeline answers for rows as they come in: n × outputs, row-major. */
export async function answersFor(arm: Arm, rows: readonly Row[], sandbox: Sandbox): Promise<Float64Array> {
  return probabilitiesOf(arm, answersOf(arm.forest, await pipelineMatrix(arm.inputs, arm.programs, rows, sandbox)));
}

/** Shares of the forest as probabilities. */
function probabilitiesOf({ forest, calibration }: Pick<Arm, "forest" | "calibration">, shares: Float64Array): Float64Array {
  return calibration === null ? shares : calibrated(calibration.curves, shares, forest.outputs);
}

/** What steps answer in the finished pipeline is what they answered when they were weighed, on every training row. */
async function refuseSkew({ inputs, programs }: Arm, state: State, { field }: Plan, rows: readonly Row[], sandbox: Sandbox): Promise<void> {
  const served = await pipelineMatrix(inputs, programs, rows, sandbox);
  const [learned] = plainMatrices(state, [], field.folds.slice(0, 1));
  const steps = programs
    .filter(({ kind }) => kind !== "normalizer")
    .flatMap(({ name }) => served.names.flatMap((column, j) => (column === name || column.startsWith(`${name}=`) ? [j] : [])));
  const skewed = steps.find((j) => served.columns[j]!.some((value, i) => !Object.is(value, learned!.matrix.columns[j]![i])));
  if (skewed !== undefined) throw new Error(`column ${served.names[skewed]} differs between learning and serving`);
}

async function golden(arm: Arm, rows: readonly Row[], sandbox: Sandbox): Promise<GoldenRow[]> {
  const { inputs, programs, forest } = arm;
  const matrix = await pipelineMatrix(inputs, programs, rows, sandbox);
  const answers = probabilitiesOf(arm, answersOf(forest, matrix));
  return rows.map((row, i) => ({
    row,
    features: matrix.columns.map((column) => (Number.isNaN(column[i]!) ? null : column[i]!)),
    output: [...answers.subarray(i * forest.outputs, (i + 1) * forest.outputs)],
  }));
}

/** Of what decides: not of where things lie on this machine, nor of what they may cost. */
function hashOf(config: Config): string {
  const { data: dataConfig, author: authorConfig, models: _models, generated: _generated, scratch: _scratch, ...rest } = config;
  const { place, ...data } = dataConfig;
  const { budget: _budget, price: _price, ...author } = authorConfig;
  return sha256(JSON.stringify({ ...rest, author, data: { ...data, place: { ...place, at: data.file } } }));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
