import type { Ports } from "../../generator/ports.ts";
import { subset } from "../../generator/data/split.ts";
import { metricsOf, type Outcome, outcomeOf } from "../../generator/weigh/metrics.ts";
import type { Dataset } from "../../generator/types.ts";
import type { Figure } from "../figure.ts";
import { learnFrom, openTask, type Task } from "./arms.ts";
import { logisticRegressions } from "./peer.ts";
import type { TableName } from "./tables.ts";

/** A figure of answers (n × classes) for labelled rows. */
export interface Score {
  readonly name: string;
  readonly of: (answers: Float64Array, rows: Dataset) => number;
}

/** F1 of the class "spam". */
export const spamF1: Score = { name: "F1 of spam", of: (answers, rows) => f1Of(outcome(answers, rows), classOf(rows, "spam")) };

export const accuracyOf: Score = metric("accuracy");
export const macroF1Of: Score = metric("macro-F1");
export const logLossOf: Score = metric("log loss");

const sizes = [50, 100, 200];

/** Means over the draws at each number of labels, and what the candidates cost. */
export async function fewLabelFigures(
  name: TableName,
  config: string,
  score: Score,
  goals: ReadonlyMap<number, number>,
  ports: Ports,
): Promise<Figure[]> {
  const task = await openTask(name, config, ports);
  const figures: Figure[] = [];
  for (const size of sizes) {
    const draws = task.draws.map((order) => order.slice(0, size));
    const arms = await armsOf(task, draws, ports);
    const goal = goals.get(size);
    const label = `${name}, ${size} labels: ${score.name}`;
    const mean = (answers: readonly Float64Array[]): number => meanOf(answers.map((one) => score.of(one, task.test)));
    const ours = mean(arms.result);
    const peer = arms.peer === null ? null : mean(arms.peer);
    const kept = meanOf(arms.kept);
    figures.push(
      {
        figure: `${label}, ${kept.toFixed(1)} of ${task.passed.length} steps kept`,
        unit: "share",
        ours,
        peer,
        peerName: peer === null ? null : "TF-IDF + LR",
        ratio: peer === null ? null : ours / peer,
        goal: goal === undefined ? "" : `at least ${goal}`,
        met: goal === undefined ? null : ours >= goal,
      },
      plain(`${label}, baseline without steps`, mean(arms.baseline)),
      plain(`${label}, standard deviation over draws`, deviationOf(arms.result.map((one) => score.of(one, task.test)))),
    );
  }
  return [...figures, ...costs(name, task)];
}

/** Answers of the result, the baseline and the peer for each draw. */
export async function armsOf(
  task: Task,
  draws: readonly (readonly number[])[],
  ports: Ports,
): Promise<{
  readonly result: readonly Float64Array[];
  readonly baseline: readonly Float64Array[];
  readonly peer: readonly Float64Array[] | null;
  readonly kept: readonly number[];
}> {
  const result: Float64Array[] = [];
  const baseline: Float64Array[] = [];
  const kept: number[] = [];
  for (const rows of draws) {
    const learned = await learnFrom(task, rows, ports);
    result.push(learned.answers);
    kept.push(learned.kept);
    baseline.push(learned.kept === 0 ? learned.answers : (await learnFrom({ ...task, passed: [] }, rows, ports)).answers);
  }
  const peer = logisticRegressions(draws.map((rows) => ({ train: subset(task.train, rows), test: task.test, withFields: false })));
  return { result, baseline, peer, kept };
}

/** What the candidates of a task cost, once; nothing can be said of that where none were recorded. */
export function costs(name: string, { bought, passed }: Task): Figure[] {
  if (bought.calls === 0) return [];
  const written = bought.replies.reduce((sum, { candidates }) => sum + candidates.length, 0);
  return [
    { ...plain(`${name}: calls to the language model`, bought.calls), unit: "calls", goal: "at most 10", met: bought.calls <= 10 },
    { ...plain(`${name}: tokens`, bought.tokens), unit: "tokens", goal: "at most 60,000", met: bought.tokens <= 60_000 },
    { ...plain(`${name}: candidates written (with repairs) that passed every gate before lift`, passed.length), unit: `of ${written}` },
  ];
}

/** A figure without peer or goal. */
export function plain(figure: string, ours: number): Figure {
  return { figure, unit: "share", ours, peer: null, peerName: null, ratio: null, goal: "", met: null };
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1));
}

function metric(name: string): Score {
  return {
    name,
    of: (answers, rows) => {
      const found = metricsOf(rows.task).find((one) => one.name === name);
      if (found === undefined) throw new Error(`no metric ${name}`);
      return found.of(outcome(answers, rows), Int32Array.from(rows.target.keys()));
    },
  };
}

function outcome(answers: Float64Array, { task, target }: Dataset): Outcome {
  return outcomeOf(answers, target, task.kind === "class" ? task.classes.length : 1);
}

function classOf({ task }: Dataset, name: string): number {
  if (task.kind !== "class") throw new Error("no classes");
  return task.classes.indexOf(name);
}

function f1Of({ said, target }: Outcome, label: number): number {
  const rows = [...target.keys()];
  const right = rows.filter((i) => said[i] === label && target[i] === label).length;
  const wrong = rows.filter((i) => (said[i] === label) !== (target[i] === label)).length;
  return (2 * right) / (2 * right + wrong);
}
