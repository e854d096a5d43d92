import { openAuthor } from "../../generator/author.ts";
import type { Config } from "../../generator/config.ts";
import { subset } from "../../generator/data/split.ts";
import { answersFor, chosenForest, finalPlan, trained } from "../../generator/finish.ts";
import { planOf } from "../../generator/learn.ts";
import { loadConfig } from "../../generator/load-config.ts";
import { loadRows } from "../../generator/load-rows.ts";
import type { Ports } from "../../generator/ports.ts";
import { type Passed, type RoundInput, weighed } from "../../generator/round.ts";
import { startState } from "../../generator/state.ts";
import type { Dataset } from "../../generator/types.ts";
import { boughtFor, passedOf, type Bought } from "./replies.ts";
import { drawsOf, readTable, shownDraw, type TableName, writeTable } from "./tables.ts";

/** Labels that the language model saw. */
const shownLabels = 100;

/** A table, and what the language model wrote about a few of its rows, judged. */
export interface Task {
  readonly config: Config;
  readonly train: Dataset;
  readonly test: Dataset;
  readonly draws: readonly (readonly number[])[];
  readonly bought: Bought;
  /** What passed every gate before lift, with its answers for all training rows. */
  readonly passed: readonly Passed[];
}

/** Reads a table and judges its candidates on the rows that they were written from. */
export async function openTask(name: TableName, file: string, ports: Ports): Promise<Task> {
  const table = readTable(name);
  const config = await loadConfig(file);
  const { dataset } = await loadRows({ ...config, data: { ...config.data, place: { ...config.data.place, at: writeTable(name, table) } } });
  const all = [...dataset.rows.keys()];
  const train = subset(dataset, all.slice(0, table.train.length));
  const draws = drawsOf(train.rows.length);
  const bought = boughtFor(config);
  const shown = draws[shownDraw(table, shownLabels)]?.slice(0, shownLabels) ?? [];
  const judged = bought.calls === 0 ? [] : await passedOf(bought, { state: startState(subset(train, shown)), config, ports });
  const runs = await ports.sandbox.run(
    judged.map(({ program }) => program),
    train.rows,
  );
  const passed = judged.flatMap((one, k) => {
    const run = runs[k]!;
    return run.ok ? [{ ...one, values: run.values }] : [];
  });
  return { config, train, test: subset(dataset, all.slice(table.train.length)), draws, bought, passed };
}

/** What a pipeline that learned from some training rows answers for the test rows, and how many candidates its gate kept. */
export async function learnFrom(
  { config, train, test, passed }: Pick<Task, "config" | "train" | "test" | "passed">,
  rows: readonly number[],
  ports: Ports,
): Promise<{ readonly answers: Float64Array; readonly kept: number }> {
  const few = subset(train, rows);
  const input = await inputOf(few, config, ports);
  const here = passed.map((one) => ({ ...one, values: rows.map((i) => one.values[i]!) }));
  const state = here.length === 0 ? input.state : await weighed(here, [], input);
  const plan = await finalPlan(state, input.plan, ports);
  const { settings } = await chosenForest(state, plan, config, ports);
  const arm = await trained(state, plan, settings, ports.trainer);
  return { answers: await answersFor(arm, test.rows, ports.sandbox), kept: state.steps.length };
}

/** All candidates are one look, so it may spend the whole error rate. */
async function inputOf(dataset: Dataset, config: Config, ports: Ports): Promise<RoundInput> {
  const state = startState(dataset);
  const plan = { ...(await planOf(config, state, ports.trainer)), share: 1 };
  return { round: 1, state, plan, author: openAuthor(config, ports), config, ports };
}
